package com.mathematricks.standalone.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers as the Bot API would, and remembers what it was asked.
final class BotStandIn implements AutoCloseable {

    static final String TOKEN = "123456789:AAtheTokenThatNobodyMaySee";

    final List<String> requests = new ArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final HttpServer server;

    private record Answer(int status, String body) {}

    BotStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        answer(
                "getme",
                "{\"id\": 9, \"is_bot\": true, \"first_name\": \"T\", \"username\": \"t_bot\"}");
        answer(
                "sendmessage",
                "{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}}");
        answer("getupdates", "[]");
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(String method, String result) {
        answers.put(method, new Answer(200, "{\"ok\": true, \"result\": %s}".formatted(result)));
    }

    void refuse(String method, int status, String description) {
        answers.put(
                method,
                new Answer(
                        status,
                        "{\"ok\": false, \"error_code\": %d, \"description\": \"%s\"}"
                                .formatted(status, description)));
    }

    private void handle(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String start = "/bot" + TOKEN + "/";
            String method = path.startsWith(start) ? path.substring(start.length()) : "";
            requests.add(method + " " + body);
            Answer answer =
                    answers.getOrDefault(
                            method,
                            new Answer(
                                    401,
                                    "{\"ok\": false, \"error_code\": 401, \"description\": \"Unauthorized\"}"));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
