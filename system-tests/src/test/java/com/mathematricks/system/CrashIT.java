package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.client.Answer;
import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.BrokerBook;
import com.mathematricks.system.suite.Fault;
import com.mathematricks.system.suite.OnSuites;
import com.mathematricks.system.suite.StrategiesFile;
import com.mathematricks.system.suite.Suite;
import com.mathematricks.system.suite.SuiteKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import tools.jackson.databind.JsonNode;

/// A storm of signals while everything that can be killed is killed without a warning, in turn and
/// at random moments. Afterwards nothing that was answered is lost, nothing is doubled, and the
/// books agree to the last digit.
@OnSuites({SuiteKind.STANDALONE, SuiteKind.PROCESSES, SuiteKind.CONTAINERS})
class CrashIT {

    private static final int SIGNALS = 200;
    private static final int ROUNDS = 4;
    private static final List<String> ACCOUNTS = List.of("first", "second");
    private static final List<String> BUYERS = List.of("buyer-1", "buyer-2");
    private static final List<String> TRADERS = List.of("trader-1", "trader-2");
    private static final List<String> TICKERS = List.of("AAPL", "MSFT", "NASDAQ:NVDA", "BTCUSDT");

    private final Suite suite;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger answered = new AtomicInteger();
    private final Semaphore allowed = new Semaphore(0);

    CrashIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeParameterizedClassInvocation
    static void start(Suite suite) {
        String free =
                "limits: {max_orders_per_minute: none, max_open_positions: none,"
                        + " max_position_percent: none, max_order_notional: none, leverage: 100}";
        var strategies = new StrategiesFile();
        ACCOUNTS.forEach(account -> strategies.account(account, "allow_short: true", free));
        for (int i = 0; i < BUYERS.size(); i++) {
            strategies.strategy(
                    BUYERS.get(i),
                    ACCOUNTS.get(i),
                    "sizing: {mode: as_signalled}",
                    "pyramiding: 1000",
                    free);
            strategies.strategy(
                    TRADERS.get(i),
                    ACCOUNTS.get(i),
                    "sizing: {mode: as_signalled}",
                    "pyramiding: 1000",
                    "allow_short: true",
                    free);
        }
        suite.start(strategies);
    }

    /// @param body the same each time that it is posted
    private record Sent(String strategy, String id, String ticker, int quantity, String body) {

        String key() {
            return strategy + ":" + id;
        }
    }

    @Test
    void losesAndDoublesNothingWhenKilledAtAnyMoment() throws Exception {
        System.out.println("CrashIT on " + suite + ": -Dseed=" + seed);
        Map<String, List<Sent>> storm = storm();

        List<Thread> posters =
                storm.values().stream()
                        .map(signals -> Thread.ofPlatform().start(() -> post(signals)))
                        .toList();
        killInTurn();
        for (Thread poster : posters) {
            poster.join();
        }

        List<Sent> sent = storm.values().stream().flatMap(List::stream).toList();
        assertThat(answered.get()).as("seed " + seed).isEqualTo(SIGNALS);
        ReadApi api = suite.api();
        awaitAllDecided(api, sent);
        awaitNothingWorking(api);
        assertDecidedOnce(api, sent);
        assertOrdersOnce(api);
        assertBuyersHoldWhatTheyBought(api, sent);
        for (String account : ACCOUNTS) {
            Accounts.awaitMarked(api, account);
            Accounts.assertEquation(api, account);
            assertCashFollowsFills(api, account);
        }
        assertBrokerAgrees(api);
    }

    /// By strategy. Buyers only buy, so that what they hold in the end is known; traders buy, sell
    /// and exit.
    private Map<String, List<Sent>> storm() {
        Map<String, List<Sent>> storm = new TreeMap<>();
        List<String> names = new ArrayList<>(BUYERS);
        names.addAll(TRADERS);
        for (int i = 0; i < SIGNALS; i++) {
            String strategy = names.get(i % names.size());
            String ticker = TICKERS.get(random.nextInt(TICKERS.size()));
            String action =
                    BUYERS.contains(strategy)
                            ? "buy"
                            : List.of("buy", "sell", "exit").get(random.nextInt(3));
            int quantity = 1 + random.nextInt(5);
            String id = "s" + i;
            String body =
                    "{\"signal_id\": \"%s\", \"ticker\": \"%s\", \"action\": \"%s\", %s\"price\": %d.%02d}"
                            .formatted(
                                    id,
                                    ticker,
                                    action,
                                    action.equals("exit") ? "" : "\"quantity\": " + quantity + ", ",
                                    100 + random.nextInt(3),
                                    random.nextInt(100));
            storm.computeIfAbsent(strategy, _ -> new ArrayList<>())
                    .add(new Sent(strategy, id, ticker, quantity, body));
        }
        return storm;
    }

    private void post(List<Sent> signals) {
        for (Sent signal : signals) {
            allowed.acquireUninterruptibly();
            Answer answer = suite.webhook().postUntilTaken(signal.strategy(), signal.body());
            if (answer.status() == 202 && answer.text("key").equals(signal.key())) {
                answered.incrementAndGet();
            } else {
                System.out.println(signal + " was answered " + answer);
            }
        }
    }

    /// Each round lets some of the signals go and kills within them, at a random moment; the rest
    /// of the round's signals come while the part is away.
    private void killInTurn() {
        List<Fault> faults = suite.faults();
        int rounds = Math.max(ROUNDS, faults.size());
        int share = SIGNALS / rounds;
        for (int round = 0; round < rounds; round++) {
            Fault fault = faults.get(round % faults.size());
            int strikeAt = round * share + 1 + random.nextInt(share - 1);
            allowed.release(share);
            Await.until(
                    strikeAt + " answers",
                    () -> answered.get() >= strikeAt,
                    () -> answered + " answers before the end of " + fault);
            pass(random.nextInt(30));
            System.out.printf("  kills %s after %d answers%n", fault, answered.get());
            fault.strike().run();
            pass(random.nextInt(1_000));
            fault.repair().run();
        }
        allowed.release(SIGNALS);
    }

    /// A moment of random length is what this test is about; nothing is waited for here.
    private static void pass(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    private void awaitAllDecided(ReadApi api, List<Sent> sent) {
        Await.until(
                "all decided",
                () -> api.all("signals", "status", "DECIDED").size() == sent.size(),
                () ->
                        api.all("signals").stream()
                                .filter(signal ->
                                        !signal.path("status").asString().equals("DECIDED"))
                                .toList());
        Await.until(
                "all decisions written",
                () ->
                        api.all("signals").stream()
                                .allMatch(signal -> signal.path("decision").isObject()),
                () -> "some are not");
    }

    private static void awaitNothingWorking(ReadApi api) {
        Await.until(
                "no order working",
                () -> api.all("orders").stream().allMatch(CrashIT::isFinal),
                () -> api.all("orders").stream().filter(order -> !isFinal(order)).toList());
    }

    private static boolean isFinal(JsonNode order) {
        return List.of("FILLED", "CANCELLED", "REJECTED", "EXPIRED")
                .contains(order.path("status").asString());
    }

    private void assertDecidedOnce(ReadApi api, List<Sent> sent) {
        Map<String, Long> decisions =
                api.all("journal").stream()
                        .filter(entry -> entry.path("kind").asString().equals("DECIDED"))
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.path("key").asString(),
                                        Collectors.counting()));
        assertThat(decisions.keySet())
                .as("seed " + seed)
                .containsExactlyInAnyOrderElementsOf(sent.stream().map(Sent::key).toList());
        assertThat(decisions.values()).as("seed " + seed).containsOnly(1L);
    }

    /// A signal makes at most one order that closes and one that opens.
    private void assertOrdersOnce(ReadApi api) {
        Map<String, Long> orders =
                api.all("orders").stream()
                        .collect(
                                Collectors.groupingBy(
                                        order ->
                                                order.path("signalKey").asString()
                                                        + " "
                                                        + order.path("role").asString(),
                                        Collectors.counting()));
        assertThat(orders.values()).as("seed %s: %s", seed, orders).containsOnly(1L);
        List<String> fillsOf =
                api.all("fills").stream()
                        .map(fill -> fill.path("clientOrderId").asString())
                        .toList();
        assertThat(fillsOf).as("seed " + seed).doesNotHaveDuplicates();
    }

    private void assertBuyersHoldWhatTheyBought(ReadApi api, List<Sent> sent) {
        Map<String, Integer> bought = new TreeMap<>();
        for (Sent signal : sent) {
            if (BUYERS.contains(signal.strategy())) {
                bought.merge(
                        signal.strategy() + " " + signal.ticker().replaceAll(".*:", ""),
                        signal.quantity(),
                        Integer::sum);
            }
        }
        Map<String, Integer> held = new TreeMap<>();
        for (JsonNode position : api.all("positions")) {
            String strategy = position.path("strategy").asString();
            if (BUYERS.contains(strategy)) {
                held.put(
                        strategy + " " + position.path("instrument").asString(),
                        number(position, "quantity").intValueExact());
            }
        }
        assertThat(held).as("seed " + seed).isEqualTo(bought);
    }

    private void assertCashFollowsFills(ReadApi api, String account) {
        BigDecimal cash = new BigDecimal("100000");
        for (JsonNode fill : api.all("fills")) {
            if (fill.path("account").asString().equals(account)) {
                BigDecimal value = number(fill, "price").multiply(number(fill, "quantity"));
                cash =
                        cash.add(
                                        fill.path("side").asString().equals("BUY")
                                                ? value.negate()
                                                : value)
                                .subtract(number(fill, "fee"));
            }
        }
        JsonNode stored = api.one("accounts", node -> node.path("id").asString().equals(account));
        assertThat(number(stored, "cash")).as("seed " + seed).isEqualByComparingTo(cash);
    }

    private void assertBrokerAgrees(ReadApi api) {
        Map<String, BigDecimal> ours = new HashMap<>();
        for (JsonNode position : api.all("positions")) {
            ours.merge(
                    position.path("account").asString()
                            + "|"
                            + position.path("instrument").asString(),
                    number(position, "quantity"),
                    BigDecimal::add);
        }
        ours.values().removeIf(quantity -> quantity.signum() == 0);
        ours.replaceAll((_, quantity) -> quantity.stripTrailingZeros());
        int fills = api.all("fills").size();
        List<String> sentOrders =
                api.all("orders").stream()
                        .map(order -> order.path("clientOrderId").asString())
                        .toList();

        BrokerBook broker = suite.stopAndReadBroker();

        assertThat(broker.positions()).as("seed " + seed).isEqualTo(ours);
        assertThat(broker.fills()).as("seed " + seed).isEqualTo(fills);
        assertThat(sentOrders).as("seed " + seed).containsAll(broker.orders());
    }

    private static BigDecimal number(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString("0"));
    }
}
