package com.mathematricks.system.containers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Telegram's Bot API as far as a running suite calls it, as a program of its own: it runs on the
/// host outside. Each message goes as one line to the file.
final class BotServer {

    static final int PORT = 8443;

    private static final long POLL_NANOS = 2_000_000_000L;

    private final Path file;
    private final AtomicInteger messages = new AtomicInteger();

    private BotServer(Path file) {
        this.file = file;
    }

    public static void main(String[] words) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new BotServer(Path.of(words[0]))::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer =
                    ("{\"ok\": true, \"result\": "
                                    + result(exchange.getRequestURI().getPath(), body)
                                    + "}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String result(String path, String body) throws IOException {
        return switch (path.substring(path.lastIndexOf('/') + 1)
                .toLowerCase(java.util.Locale.ROOT)) {
            case "getme" ->
                    "{\"id\": 1, \"is_bot\": true, \"first_name\": \"Trader\", \"username\": \"trader_bot\"}";
            case "getupdates" -> {
                // As the real one holds a long poll open.
                LockSupport.parkNanos(POLL_NANOS);
                yield "[]";
            }
            case "sendmessage", "sendphoto" -> {
                record(body);
                yield "{\"message_id\": %d, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}}"
                        .formatted(messages.incrementAndGet());
            }
            default -> "true";
        };
    }

    private synchronized void record(String body) throws IOException {
        Files.writeString(
                file,
                body.replace("\n", "\\n") + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
