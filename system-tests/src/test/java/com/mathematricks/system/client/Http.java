package com.mathematricks.system.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// One client for all requests.
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Http() {}

    /// Throws IOException where nobody answers within 15 s.
    static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(
                            request.timeout(Duration.ofSeconds(15)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            String body = new String(response.body(), StandardCharsets.UTF_8);
            try {
                return new Answer(response.statusCode(), JSON.readTree(body), body);
            } catch (JacksonException e) {
                return new Answer(response.statusCode(), MissingNode.getInstance(), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
