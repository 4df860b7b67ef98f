import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Posts signals at a fixed rate, whatever the answers do (an open loop), and sees when their fills
/// can be read. Prints `name=value` lines; times are in milliseconds.
///
/// A webhook's time runs from the moment at which the post was due, so that a server that stalls is
/// not spared the posts that it held up. A fill's time runs from the 202 until a list of fills, asked
/// for every 20 ms over the read API, holds it.
///
/// Run as `java -cp "…/lib/*" LoadGenerator.java URL_OF_WEBHOOK URL_OF_DASHBOARD RATE WARM_UP_SECONDS
/// SECONDS`, with the API's token in the environment as `API_TOKEN`.
final class LoadGenerator {

    private static final int STRATEGIES = 10;
    private static final List<String> TICKERS = List.of("AAPL", "MSFT", "NVDA", "KO", "TLT");
    private static final int PRICE = 100;
    private static final long POLL_NANOS = 20_000_000;
    private static final int PATIENCE_SECONDS = 15;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private final JsonMapper json = new JsonMapper();
    private final String webhook;
    private final String dashboard;
    private final String token;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> readable = new ConcurrentHashMap<>();
    private final List<Long> answerTimes = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> lateness = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final Instant since = Instant.now();
    private volatile boolean polling = true;

    private LoadGenerator(String webhook, String dashboard, String token) {
        this.webhook = webhook;
        this.dashboard = dashboard;
        this.token = token;
    }

    public static void main(String[] words) throws Exception {
        var generator = new LoadGenerator(words[0], words[1], System.getenv("API_TOKEN"));
        int rate = Integer.parseInt(words[2]);
        int warmUp = Integer.parseInt(words[3]) * rate;
        int counted = Integer.parseInt(words[4]) * rate;
        generator.run(rate, warmUp, counted);
    }

    private void run(int rate, int warmUp, int counted) throws Exception {
        Thread poller = Thread.ofPlatform().name("poller").start(this::poll);
        long period = 1_000_000_000L / rate;
        try (var posts = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < warmUp + counted; i++) {
                long due = start + i * period;
                sleepUntil(due);
                int number = i;
                boolean counts = i >= warmUp;
                if (counts) {
                    lateness.add(System.nanoTime() - due);
                }
                var _ = posts.submit(() -> post(number, due, counts));
            }
        }
        waitForFills();
        polling = false;
        poller.join();
        report(counted);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Each strategy buys and then sells one share, so that it holds one at most.
    private void post(int number, long due, boolean counts) {
        int strategy = number % STRATEGIES + 1;
        int turn = number / STRATEGIES;
        String body =
                """
                {"strategy": "bench-%d", "ticker": "%s", "action": "%s", "contracts": "1", \
                "price": "%d.%02d", "order_id": "order %d", "interval": "1", "timenow": "%s"}"""
                        .formatted(
                                strategy,
                                TICKERS.get(turn / 2 % TICKERS.size()),
                                turn % 2 == 0 ? "buy" : "sell",
                                PRICE,
                                number % 100,
                                number,
                                Instant.now());
        var request =
                HttpRequest.newBuilder(URI.create(webhook))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .header("X-Webhook-Secret", "benchmark-secret-" + strategy)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            long now = System.nanoTime();
            if (answer.statusCode() != 202) {
                if (refused.getAndIncrement() == 0) {
                    System.err.println("refused: " + new String(answer.body()));
                }
            } else if (counts) {
                answerTimes.add(now - due);
                answered.put(json.readTree(answer.body()).get("id").asString(), now);
            }
        } catch (IOException e) {
            refused.incrementAndGet();
            System.err.println("no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        long due = System.nanoTime();
        while (polling) {
            look();
            due = Math.max(due + POLL_NANOS, System.nanoTime());
            sleepUntil(due);
        }
    }

    /// Reads pages, newest first, until one holds a fill that was seen or is from before.
    private void look() {
        String cursor = "";
        boolean allNew = true;
        while (allNew) {
            JsonNode page = get("/api/v1/fills?limit=5" + cursor);
            long now = System.nanoTime();
            for (JsonNode fill : page.get("items")) {
                boolean before = Instant.parse(fill.get("at").asString()).isBefore(since);
                boolean seen = readable.putIfAbsent(fill.get("signalId").asString(), now) != null;
                allNew &= !before && !seen;
            }
            allNew &= page.hasNonNull("next");
            cursor = "&cursor=" + page.path("next").asString("");
        }
    }

    private JsonNode get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(dashboard + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + new String(answer.body()));
            }
            return json.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private void waitForFills() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!readable.keySet().containsAll(answered.keySet()) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private void report(int counted) {
        var fillTimes = new ArrayList<Long>();
        answered.forEach(
                (id, at) -> {
                    if (readable.containsKey(id)) {
                        fillTimes.add(Math.max(0, readable.get(id) - at));
                    }
                });
        System.out.println("posted=" + counted);
        System.out.println("refused=" + refused);
        System.out.println("unfilled=" + (answered.size() - fillTimes.size()));
        print("answer", answerTimes);
        print("fill", fillTimes);
        print("late", lateness);
        steps();
    }

    /// Where the time goes, by the times that the services wrote down, of the newest signals.
    private void steps() {
        var posted = new ArrayList<Long>();
        var decided = new ArrayList<Long>();
        var filled = new ArrayList<Long>();
        for (JsonNode signal : get("/api/v1/signals?limit=500").get("items")) {
            JsonNode timings = signal.path("timings");
            if (timings.path("received").isNull() || Instant.parse(timings.get("received").asString()).isBefore(since)) {
                continue;
            }
            add(posted, timings, "received", "posted");
            add(decided, timings, "posted", "decided");
            add(filled, timings, "received", "firstFill");
        }
        print("received-posted", posted);
        print("posted-decided", decided);
        print("received-filled", filled);
    }

    private static void add(List<Long> times, JsonNode timings, String from, String to) {
        if (timings.hasNonNull(from) && timings.hasNonNull(to)) {
            times.add(
                    Duration.between(
                                    Instant.parse(timings.get(from).asString()),
                                    Instant.parse(timings.get(to).asString()))
                            .toNanos());
        }
    }

    private static void print(String name, List<Long> nanos) {
        var sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf(
                "%s.p50=%s%n%s.p99=%s%n%s.max=%s%n",
                name, percentile(sorted, 0.5), name, percentile(sorted, 0.99), name, percentile(sorted, 1));
    }

    private static String percentile(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return "none";
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return "%.1f".formatted(sorted.get(Math.max(1, rank) - 1) / 1e6);
    }
}
