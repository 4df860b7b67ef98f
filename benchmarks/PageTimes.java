import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Logs in to a dashboard, asks each of its pages and lists again and again, one after another, and
/// exports all signals; prints Markdown. A time runs from the request to the last byte of the answer.
///
/// Run as `java -cp "…/lib/*" PageTimes.java URL_OF_DASHBOARD TIMES PID_OF_DASHBOARD`, with the API's
/// token in the environment as `API_TOKEN` and the password as `TRADER_DASHBOARD_PASSWORD`.
final class PageTimes {

    private static final int WARM_UP = 10;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
    private final JsonMapper json = new JsonMapper();
    private final String dashboard;
    private final int times;
    private final Path status;

    private PageTimes(String dashboard, int times, String pid) {
        this.dashboard = dashboard;
        this.times = times;
        this.status = Path.of("/proc", pid, "status");
    }

    public static void main(String[] words) throws Exception {
        new PageTimes(words[0], Integer.parseInt(words[1]), words[2]).run();
    }

    private void run() throws Exception {
        logIn();
        System.out.println("| Asked for | p50 (ms) | p95 (ms) | Answer (KB) |\n|---|---|---|---|");
        for (String path : paths()) {
            measure(path);
        }
        export();
    }

    private void logIn() throws Exception {
        var token = CSRF.matcher(text("/login"));
        if (!token.find()) {
            throw new IllegalStateException("no form to log in");
        }
        String form =
                "_csrf=%s&password=%s"
                        .formatted(
                                encoded(token.group(1)),
                                encoded(System.getenv("TRADER_DASHBOARD_PASSWORD")));
        HttpResponse<String> answer =
                client.send(
                        request("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException("not logged in: " + answer.statusCode());
        }
    }

    private List<String> paths() throws Exception {
        JsonNode signal = first("signals");
        JsonNode order = first("orders");
        JsonNode position = first("positions");
        JsonNode entry = first("journal");
        String key = encoded(signal.get("key").asString());
        String strategy = encoded(signal.get("strategy").asString());
        String instrument = encoded(order.get("instrument").asString());
        LocalDate middle = LocalDate.now(ZoneOffset.UTC).minusDays(180);
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/signals",
                                next("/signals"),
                                "/signals?strategy=" + strategy,
                                "/signals?status=DENIED",
                                "/signals?status=REFUSED",
                                "/signals?strategy=%s&status=APPROVED&kind=TRADINGVIEW&instrument=AAPL"
                                        .formatted(strategy),
                                "/signals?instrument=NOTHING",
                                "/signals?from=%s&to=%s".formatted(middle, middle),
                                "/signals?to=" + middle,
                                "/signal?key=" + key,
                                "/orders",
                                "/orders?show=all",
                                next("/orders?show=all"),
                                "/orders?strategy=" + strategy,
                                "/orders?status=FILLED",
                                "/orders?status=EXPIRED",
                                "/orders?status=FILLED&strategy=%s&instrument=%s"
                                        .formatted(strategy, instrument),
                                "/positions",
                                "/positions/of?account=%s&strategy=%s&instrument=%s"
                                        .formatted(
                                                encoded(position.get("account").asString()),
                                                encoded(position.get("strategy").asString()),
                                                encoded(position.get("instrument").asString())),
                                "/activity",
                                next("/activity"),
                                "/activity?from=1000",
                                "/activity/messages",
                                "/strategies",
                                "/strategies/" + strategy,
                                "/strategies/new",
                                "/performance",
                                "/performance/strategies/" + strategy,
                                "/performance/correlation",
                                "/test-signal",
                                "/control"));
        List.of(
                        "signals",
                        "signals?strategy=" + strategy,
                        "signals?status=REFUSED",
                        "signals?limit=500",
                        "signals/" + key,
                        "orders",
                        "orders?status=FILLED",
                        "orders?instrument=" + instrument,
                        "orders?signalKey=" + key,
                        "fills",
                        "fills?strategy=" + strategy,
                        "fills?instrument=" + instrument,
                        "fills?signalKey=" + key,
                        "positions",
                        "accounts",
                        "equity",
                        "equity?scope=total",
                        "strategies",
                        "services",
                        "journal",
                        "journal?key=" + encoded(entry.get("key").asString()))
                .forEach(list -> paths.add("/api/v1/" + list));
        return paths;
    }

    private JsonNode first(String list) throws Exception {
        return json.readTree(text("/api/v1/" + list + "?limit=1")).get("items").get(0);
    }

    /// The page behind a page.
    private String next(String path) throws Exception {
        var link = NEXT.matcher(text(path));
        if (!link.find()) {
            throw new IllegalStateException("no page behind " + path);
        }
        return link.group(1).replace("&amp;", "&");
    }

    private void measure(String path) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            text(path);
        }
        List<Long> nanos = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            length = text(path).length();
            nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        System.out.printf(
                "| `%s` | %.0f | %.0f | %d |%n",
                shown(path), share(nanos, 50), share(nanos, 95), Math.ceilDiv(length, 1000));
    }

    private static String shown(String path) {
        return path.replaceAll("(cursor|key|signals/)(=|)[^&]{20,}", "$1$2…");
    }

    private static double share(List<Long> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1) / 1e6;
    }

    /// Reads it as fast as it comes and keeps nothing.
    private void export() throws Exception {
        long before = residentMegabytes();
        long most = before;
        long start = System.nanoTime();
        long bytes = 0;
        long lines = 0;
        HttpResponse<InputStream> answer =
                client.send(request("/signals.csv").build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] part = new byte[1 << 16];
            long looked = start;
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += part[i] == '\n' ? 1 : 0;
                }
                if (System.nanoTime() - looked > 100_000_000) {
                    most = Math.max(most, residentMegabytes());
                    looked = System.nanoTime();
                }
            }
        }
        System.out.printf(
                "%nThe export of all signals: %,d lines, %,d MB in %d s; the dashboard's resident memory was %d MB before, %d MB at most while it was written, %d MB after (heap at most 128 MB).%n",
                lines,
                bytes / 1_000_000,
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                before,
                Math.max(most, residentMegabytes()),
                residentMegabytes());
    }

    private long residentMegabytes() throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private String text(String path) throws Exception {
        HttpResponse<String> answer =
                client.send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(dashboard + path)).timeout(PATIENCE);
        return path.startsWith("/api/")
                ? request.header("Authorization", "Bearer " + System.getenv("API_TOKEN"))
                : request;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
