package com.mathematricks.collector;

import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Notice;
import com.mathematricks.model.signal.PriceReport;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.service.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// An engine that decides what the test tells it to, and remembers what was posted to it.
public final class FakeEngine implements AutoCloseable {

    public static final String TOKEN = "internal-token-of-the-tests";

    public sealed interface Reply {

        record Decide(DecisionOutcome outcome) implements Reply {}

        record Problem(int status, String detail) implements Reply {}

        /// Nothing, until the test opens the latch.
        record Hang(CountDownLatch until) implements Reply {}

        /// The connection ends without an answer.
        record Drop() implements Reply {}
    }

    public static final Reply APPROVE = new Reply.Decide(DecisionOutcome.APPROVED);

    public volatile Function<Signal, Reply> onSignal = signal -> APPROVE;
    public volatile Reply onPrice = APPROVE;
    public volatile boolean ready = true;

    public final List<Signal> signals = new CopyOnWriteArrayList<>();
    public final List<Notice> notices = new CopyOnWriteArrayList<>();
    public final List<PriceReport> prices = new CopyOnWriteArrayList<>();
    public final List<String> unauthorized = new CopyOnWriteArrayList<>();

    private final AtomicInteger sequence = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public FakeEngine() {
        this(0);
    }

    public FakeEngine(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// The sender's ids in the order in which they came, of one strategy.
    public List<String> idsOf(String strategy) {
        return signals.stream()
                .filter(signal -> signal.strategy().value().equals(strategy))
                .map(Signal::id)
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/actuator/health/readiness")) {
            send(exchange, ready ? 200 : 503, Map.of("status", ready ? "UP" : "DOWN"));
            return;
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            unauthorized.add(path);
            send(exchange, 401, Map.of("detail", "no token"));
            return;
        }
        String json = new String(body, StandardCharsets.UTF_8);
        switch (path) {
            case "/internal/signals" -> {
                Signal signal = Json.MAPPER.readValue(json, Signal.class);
                signals.add(signal);
                reply(exchange, onSignal.apply(signal), decision -> answer(signal, decision));
            }
            case "/internal/notices" -> {
                notices.add(Json.MAPPER.readValue(json, Notice.class));
                send(exchange, 202, Map.of());
            }
            case "/api/v1/prices" -> {
                prices.add(Json.MAPPER.readValue(json, PriceReport.class));
                reply(exchange, onPrice, decision -> Map.of());
            }
            default -> send(exchange, 404, Map.of());
        }
    }

    private DecisionAnswer answer(Signal signal, Reply.Decide decision) {
        return new DecisionAnswer(
                signal.key(),
                decision.outcome(),
                decision.outcome().name(),
                "the test says so",
                sequence.incrementAndGet());
    }

    private static void reply(
            HttpExchange exchange, Reply reply, Function<Reply.Decide, Object> taken)
            throws IOException {
        switch (reply) {
            case Reply.Decide decide -> send(exchange, 200, taken.apply(decide));
            case Reply.Problem(int status, String detail) ->
                    send(exchange, status, Map.of("status", status, "detail", detail));
            case Reply.Hang(var until) -> {
                try {
                    until.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case Reply.Drop() -> exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
