package com.mathematricks.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Twenty signals a second, each sent until it is taken, as long as this is open. Each buys one
/// share.
final class Load implements AutoCloseable {

    static final String STRATEGY = "buyer";

    private static final int SENDERS = 4;
    private static final long EVERY_NANOS = 200_000_000;

    private final Suite suite;
    private final String name;
    private final List<Thread> senders = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private int sent;
    private volatile boolean closed;

    /// @param name what the ids of its signals begin with
    Load(Suite suite, String name) {
        this.suite = suite;
        this.name = name;
        for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.ofPlatform().name("sender-" + i).start(this::send));
        }
    }

    private void send() {
        long next = System.nanoTime();
        while (!closed) {
            try {
                sendOne(nextId());
            } catch (RuntimeException | AssertionError e) {
                failed(e);
            }
            next += EVERY_NANOS;
            // The pace; nothing is waited for here.
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private synchronized String nextId() {
        sent++;
        return name + "-" + sent;
    }

    private synchronized void failed(Throwable cause) {
        failures.add(cause);
    }

    private void sendOne(String id) {
        String body =
                "{\"signal_id\": \"%s\", \"ticker\": \"AAPL\", \"action\": \"buy\", \"quantity\": 1, \"price\": 190}"
                        .formatted(id);
        Answer answer = suite.webhook().postUntilTaken(STRATEGY, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        synchronized (this) {
            taken.add(answer.text("key"));
        }
    }

    /// With the strategy that it is sent to, which no limit holds up.
    static StrategiesFile strategies() {
        String free =
                "limits: {max_orders_per_minute: none, max_position_percent: none, max_order_notional: none, leverage: 1000, max_signal_age: 1h}";
        return new StrategiesFile()
                .account("paper", free)
                .strategy(
                        STRATEGY,
                        "paper",
                        "sizing: {mode: as_signalled}",
                        "pyramiding: 100000",
                        free);
    }

    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /// Sends no more, and waits for those on their way.
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread sender : senders) {
                sender.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        synchronized (this) {
            assertThat(failures).isEmpty();
        }
    }

    /// Each signal that was taken was decided once and has one order with one fill, and the
    /// position is what all of them bought.
    static void assertNothingLostOrDoubled(ReadApi api, List<String> taken) {
        assertThat(taken).doesNotHaveDuplicates().isNotEmpty();
        String bought = String.valueOf(taken.size());
        Await.until(
                "all are bought: " + bought,
                Await.START_BOUND,
                () ->
                        api.all("positions").stream()
                                .anyMatch(position -> held(position).equals(bought)),
                () -> api.all("positions"));
        Map<String, Long> orders =
                api.all("orders").stream()
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.path("signalKey").asString(),
                                        Collectors.counting()));
        assertThat(orders.keySet()).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(orders.values()).containsOnly(1L);
        assertThat(api.all("fills")).hasSize(taken.size());
        assertThat(held(api.one("positions", _ -> true))).isEqualTo(bought);
    }

    private static String held(JsonNode position) {
        return position.path("quantity").asString();
    }
}
