package com.mathematricks.notifier.telegram;

import com.mathematricks.notifier.message.Html;
import com.mathematricks.service.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Telegram's Bot API as its documentation describes it, as far as we use it, with its bad days.
public final class FakeBotApi implements AutoCloseable {

    public static final String TOKEN = "123456789:AAtheTokenThatNobodyMaySee_-x";

    private static final Pattern BAD_TAG = Pattern.compile("<(?!/?b>)");
    private static final int MOST = 4096;
    private static final int MOST_BELOW_PICTURE = 1024;

    private final Clock clock;
    private final HttpServer server;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Integer, String> changed = new LinkedHashMap<>();
    private final List<String> pressAnswers = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<Long, Instant> lastOf = new HashMap<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private boolean limiting;
    private boolean repeating;
    private volatile boolean closed;
    private @Nullable Instant deadUntil;
    private @Nullable String poison;
    private long lastUpdate = 1_000;
    private int calls;

    /// What a chat shows.
    public record Sent(
            long chat, String text, boolean silent, boolean photo, List<String> buttons, int id) {}

    /// How a call goes wrong.
    public sealed interface Fault {

        /// An answer that says no.
        record Answer(int status, String description, @Nullable Integer retryAfter)
                implements Fault {}

        /// A page of a proxy before it.
        record Page(int status) implements Fault {}

        /// The connection ends before anything was done.
        record Cut() implements Fault {}

        /// The message is delivered, but the answer gets lost.
        record CutBehind() implements Fault {}

        /// No answer until the end.
        record Slow() implements Fault {}
    }

    public FakeBotApi(Clock clock) throws IOException {
        this.clock = clock;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public BotApi client() {
        return new BotApi(TOKEN, url());
    }

    /// From now on one message a second for each chat, as Telegram says it.
    public synchronized void limit() {
        limiting = true;
    }

    /// Nobody answers until then.
    public synchronized void die(Duration time) {
        deadUntil = clock.instant().plus(time);
    }

    /// Updates come again although they were confirmed.
    public synchronized void repeatUpdates() {
        repeating = true;
    }

    /// Messages with this in them are refused.
    public synchronized void refuse(String text) {
        poison = text;
    }

    /// For the next calls that send something, one each.
    public synchronized void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    public synchronized List<String> texts() {
        return sent.stream().map(one -> Html.plain(one.text())).toList();
    }

    /// Until so many messages are there.
    public synchronized void await(int messages) throws InterruptedException {
        while (sent.size() < messages) {
            wait();
        }
    }

    public synchronized Sent last() {
        return sent.getLast();
    }

    /// The newest text of a message that was changed.
    public synchronized @Nullable String changed(int message) {
        return changed.get(message);
    }

    public synchronized List<String> pressAnswers() {
        return List.copyOf(pressAnswers);
    }

    /// Calls that send something.
    public synchronized int calls() {
        return calls;
    }

    public synchronized void say(long chat, long user, Instant at, String text) {
        updates.add(
                """
                {"update_id": %d, "message": {"message_id": 7, "date": %d, "text": %s, \
                "from": %s, "chat": %s}}\
                """
                        .formatted(
                                lastUpdate++,
                                at.getEpochSecond(),
                                Json.MAPPER.writeValueAsString(text),
                                user(user),
                                chat(chat)));
    }

    public synchronized void press(long chat, long user, int message, String data) {
        updates.add(
                """
                {"update_id": %d, "callback_query": {"id": "press-%d", "data": %s, "from": %s, \
                "chat_instance": "1", "message": {"message_id": %d, "date": %d, "text": "x", \
                "chat": %s}}}\
                """
                        .formatted(
                                lastUpdate,
                                lastUpdate++,
                                Json.MAPPER.writeValueAsString(data),
                                user(user),
                                message,
                                clock.instant().getEpochSecond(),
                                chat(chat)));
    }

    private static String user(long id) {
        return "{\"id\": %d, \"is_bot\": false, \"first_name\": \"Ann\"}".formatted(id);
    }

    private static String chat(long id) {
        return "{\"id\": %d, \"type\": \"%s\"}".formatted(id, id < 0 ? "group" : "private");
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Reply reply = answer(path, body);
            if (reply.slow()) {
                slow.await();
            }
            if (reply.status() > 0) {
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param status 0: none, the connection ends
    private record Reply(int status, String body, boolean slow) {

        private static final Reply CUT = new Reply(0, "", false);

        static Reply ok(String result) {
            return new Reply(200, "{\"ok\": true, \"result\": %s}".formatted(result), false);
        }

        static Reply no(int status, String description, @Nullable Integer retryAfter) {
            return new Reply(
                    status,
                    "{\"ok\": false, \"error_code\": %d, \"description\": %s%s}"
                            .formatted(
                                    status,
                                    Json.MAPPER.writeValueAsString(description),
                                    retryAfter == null
                                            ? ""
                                            : ", \"parameters\": {\"retry_after\": %d}"
                                                    .formatted(retryAfter)),
                    false);
        }
    }

    private synchronized Reply answer(String path, byte[] body) throws InterruptedException {
        if (deadUntil != null && clock.instant().isBefore(deadUntil)) {
            return Reply.CUT;
        }
        String start = "/bot" + TOKEN + "/";
        if (!path.startsWith(start)) {
            return Reply.no(404, "Not Found", null);
        }
        String method = path.substring(start.length());
        return switch (method) {
            case "getme" ->
                    Reply.ok(
                            "{\"id\": 123456789, \"is_bot\": true, \"first_name\": \"T\","
                                    + " \"username\": \"trader_bot\"}");
            case "getupdates" -> updates(Json.MAPPER.readTree(body));
            case "sendmessage", "sendphoto", "editmessagetext" -> send(method, body);
            case "answercallbackquery" -> {
                pressAnswers.add(Json.MAPPER.readTree(body).path("text").asString());
                yield Reply.ok("true");
            }
            default -> Reply.no(404, "Not Found: method " + method, null);
        };
    }

    private Reply updates(JsonNode question) throws InterruptedException {
        long offset = question.path("offset").asLong(0);
        if (!repeating) {
            updates.removeIf(update -> id(update) < offset);
        }
        long until = System.nanoTime() + question.path("timeout").asLong(0) * 1_000_000_000;
        while (updates.isEmpty() && System.nanoTime() < until && !closed) {
            wait(100);
        }
        return Reply.ok("[" + String.join(", ", updates) + "]");
    }

    private static long id(String update) {
        return Json.MAPPER.readTree(update).path("update_id").asLong();
    }

    private Reply send(String method, byte[] body) {
        calls++;
        Fault fault = faults.pollFirst();
        return switch (fault) {
            case null -> accept(method, body);
            case Fault.Answer(int status, String description, Integer retryAfter) ->
                    Reply.no(status, description, retryAfter);
            case Fault.Page(int status) -> new Reply(status, "<html>Bad Gateway</html>", false);
            case Fault.Cut _ -> Reply.CUT;
            case Fault.CutBehind _ -> {
                accept(method, body);
                yield Reply.CUT;
            }
            case Fault.Slow _ -> new Reply(0, "", true);
        };
    }

    private Reply accept(String method, byte[] body) {
        boolean photo = method.equals("sendphoto");
        JsonNode message =
                photo ? Json.MAPPER.valueToTree(parts(body)) : Json.MAPPER.readTree(body);
        long chat = Long.parseLong(message.path("chat_id").asString());
        String text = message.path(photo ? "caption" : "text").asString();
        if (!message.path("parse_mode").asString().equals("HTML") || BAD_TAG.matcher(text).find()) {
            return Reply.no(400, "Bad Request: can't parse entities", null);
        }
        if (Html.length(text) > (photo ? MOST_BELOW_PICTURE : MOST)) {
            return Reply.no(400, "Bad Request: message is too long", null);
        }
        if (poison != null && text.contains(poison)) {
            return Reply.no(400, "Bad Request: no " + poison, null);
        }
        Instant now = clock.instant();
        Instant before = lastOf.get(chat);
        if (limiting && before != null && now.isBefore(before.plusSeconds(1))) {
            return Reply.no(429, "Too Many Requests: retry after 3", 3);
        }
        lastOf.put(chat, now);
        if (method.equals("editmessagetext")) {
            changed.put(message.path("message_id").asInt(), text);
            return Reply.ok("true");
        }
        int id = sent.size() + 1;
        boolean silent = message.path("disable_notification").asString("false").equals("true");
        sent.add(new Sent(chat, text, silent, photo, buttons(message), id));
        notifyAll();
        return Reply.ok(
                "{\"message_id\": %d, \"date\": %d, \"chat\": %s}"
                        .formatted(id, now.getEpochSecond(), chat(chat)));
    }

    private static List<String> buttons(JsonNode message) {
        return message.path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(button -> button.path("callback_data").asString())
                .toList();
    }

    /// The text parts of a multipart body.
    private static Map<String, String> parts(byte[] body) {
        Map<String, String> parts = new HashMap<>();
        Matcher part =
                Pattern.compile(
                                "name=\"(\\w+)\"\r\n(?:[^\r\n]+\r\n)*\r\n(.*?)\r\n--",
                                Pattern.DOTALL)
                        .matcher(new String(body, StandardCharsets.UTF_8));
        while (part.find()) {
            parts.put(Objects.requireNonNull(part.group(1)), Objects.requireNonNull(part.group(2)));
        }
        return parts;
    }

    @Override
    public void close() {
        closed = true;
        slow.countDown();
        server.stop(0);
    }
}
