package com.mathematricks.standalone.command;

import com.mathematricks.service.json.Json;
import com.mathematricks.standalone.credentials.Credentials;
import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A running suite as seen from outside: its read API and its webhook.
public final class ReadApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Credentials credentials;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public ReadApi(Credentials credentials) {
        this.credentials = credentials;
    }

    /// The items of one page, newest first where the list has a time.
    ///
    /// @param name of the list, with a filter after a question mark where one is wanted
    public List<JsonNode> list(String name, int limit) {
        String path = name + (name.contains("?") ? "&" : "?") + "limit=" + limit;
        JsonNode page = get(path).orElseThrow(() -> unexpected(path, NOT_FOUND));
        return page.path("items").valueStream().toList();
    }

    /// @param id sender's id or signal key; empty while nobody has heard of it
    public Optional<JsonNode> signal(String id) {
        // A path's segment needs %20 where a form has a plus.
        return get("signals/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private Optional<JsonNode> get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(credentials.dashboardUrl() + "/api/v1/" + path))
                        .header("Authorization", "Bearer " + credentials.apiToken())
                        .timeout(PATIENCE)
                        .build();
        HttpResponse<byte[]> response = send(request);
        return switch (response.statusCode()) {
            case OK -> Optional.of(Json.MAPPER.readTree(response.body()));
            case NOT_FOUND -> Optional.empty();
            default -> throw unexpected(path, response.statusCode());
        };
    }

    private CommandFailedException unexpected(String path, int status) {
        return CommandFailedException.because(
                "%s/api/v1/%s answered %d: is this the suite of the credentials given?"
                        .formatted(credentials.dashboardUrl(), path, status));
    }

    /// @param key the strategy's, in the webhook's path
    public HttpResponse<byte[]> post(String key, byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(credentials.webhookUrl() + "/" + key))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        String address = request.uri().getScheme() + "://" + request.uri().getAuthority();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw CommandFailedException.because(
                    "nobody answers at %s (%s): start the suite with ./trader run"
                            .formatted(address, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailedException.because("interrupted");
        }
    }
}
