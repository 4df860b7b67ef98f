package com.mathematricks.system.client;

import com.mathematricks.system.suite.Await;
import com.mathematricks.system.suite.StrategiesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Posts as a sender does.
public final class Webhook {

    private final URI address;

    public Webhook(URI address) {
        this.address = address;
    }

    public Answer post(String strategy, String body) {
        return post(strategy, body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String strategy, byte[] body) {
        try {
            return send(address, StrategiesFile.secret(strategy), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Posts again as long as it is asked to, as TradingView does after a 5xx.
    public Answer postUntilTaken(String strategy, String body) {
        return Await.value(
                "taken",
                () -> tryPost(strategy, body).filter(answer -> answer.status() < 500),
                () -> body);
    }

    /// Empty where nobody answers.
    public Optional<Answer> tryPost(String strategy, String body) {
        try {
            return Optional.of(
                    send(
                            address,
                            StrategiesFile.secret(strategy),
                            body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public Answer postWithSecret(String secret, String body) {
        try {
            return send(address, secret, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// To an address that holds the credential.
    public static Answer postTo(URI address, String body) {
        try {
            return Http.send(
                    HttpRequest.newBuilder(address)
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the token by which the services know each other.
    public static Answer postTo(URI address, String json, String token) {
        try {
            return Http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token)
                            .POST(HttpRequest.BodyPublishers.ofString(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int statusOf(URI address) {
        return get(address).status();
    }

    public static Answer get(URI address) {
        try {
            return Http.send(HttpRequest.newBuilder(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer send(URI address, String secret, byte[] body) throws IOException {
        // TradingView sends text/plain whatever the body is.
        return Http.send(
                HttpRequest.newBuilder(address)
                        .header("X-Webhook-Secret", secret)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }
}
