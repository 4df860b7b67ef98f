package com.mathematricks.standalone.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers as a running suite would, and remembers what it was asked.
final class SuiteStandIn implements AutoCloseable {

    final List<String> requests = new ArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final HttpServer server;

    record Answer(int status, String body) {}

    SuiteStandIn(Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(
                folder.resolve("credentials"),
                """
                dashboard.url=%1$s
                dashboard.password=p
                api.token=t
                webhook.url=%1$s/webhook
                webhook.key=k
                webhook.secret=s
                webhook.key.mine=m
                """
                        .formatted(address));
    }

    void answer(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new Answer(status, body));
    }

    private void handle(HttpExchange exchange) {
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add((asked + " " + body).strip());
            Answer answer = answers.getOrDefault(asked, new Answer(404, ""));
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
