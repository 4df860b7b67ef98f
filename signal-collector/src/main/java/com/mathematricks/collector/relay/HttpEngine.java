package com.mathematricks.collector.relay;

import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.Notice;
import com.mathematricks.model.signal.PriceReport;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.security.InternalToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The engine over REST. A post is never repeated here: whoever posted knows what may come twice.
public final class HttpEngine implements Engine, AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration READY_LIMIT = Duration.ofSeconds(2);
    private static final Duration PRICE_LIMIT = Duration.ofSeconds(2);

    private final URI url;
    private final String token;
    private final Duration limit;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();

    /// @param limit how long the engine may take to decide
    public HttpEngine(URI url, InternalToken token, Duration limit) {
        this.url = URI.create(url.toString().replaceAll("/*$", "/"));
        this.token = token.header();
        this.limit = limit;
    }

    @Override
    public EngineAnswer post(Signal signal) {
        return post("internal/signals", signal, limit, HttpEngine::decision);
    }

    @Override
    public EngineAnswer post(Notice notice) {
        return post("internal/notices", notice, limit, body -> new EngineAnswer.Taken());
    }

    @Override
    public EngineAnswer post(PriceReport price) {
        return post("api/v1/prices", price, PRICE_LIMIT, body -> new EngineAnswer.Taken());
    }

    @Override
    public boolean isReady() {
        var request = HttpRequest.newBuilder(url.resolve("actuator/health/readiness")).GET();
        try {
            return send(request, READY_LIMIT).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private EngineAnswer post(
            String path, Object body, Duration within, Function<String, EngineAnswer> taken) {
        var request =
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
        try {
            HttpResponse<String> response = send(request, within);
            return answer(response.statusCode(), response.body(), taken);
        } catch (IOException e) {
            return new EngineAnswer.Away("the engine does not answer: " + e.getMessage());
        }
    }

    /// The limit covers the whole exchange: a body that stalls must not hold up a strategy.
    private HttpResponse<String> send(HttpRequest.Builder request, Duration within)
            throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(
                        request.header("Authorization", token).build(), BodyHandlers.ofString());
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("nothing within " + within.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("shutting down", e);
        } catch (ExecutionException e) {
            throw new IOException(describe(e), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String describe(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return "no cause given";
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    static EngineAnswer answer(int status, String body, Function<String, EngineAnswer> taken) {
        if (status >= 200 && status < 300) {
            return taken.apply(body);
        }
        return switch (status) {
            // These speak of our token, our address or our pace, never of what was posted.
            case 401, 403, 404, 405, 407, 408, 425, 429 ->
                    new EngineAnswer.Away(
                            "the engine answers " + status + " to us: " + reason(body));
            case 502, 503, 504 -> new EngineAnswer.Away("not ready: " + reason(body));
            default ->
                    status >= 400 && status < 500
                            ? new EngineAnswer.Refused(reason(body))
                            : new EngineAnswer.Failed(status + ": " + reason(body));
        };
    }

    private static EngineAnswer decision(String body) {
        try {
            return new EngineAnswer.Decided(Json.MAPPER.readValue(body, DecisionAnswer.class));
        } catch (JacksonException e) {
            return new EngineAnswer.Failed("an answer that is no decision");
        }
    }

    /// The detail of a problem, or nothing much: another body may be a page of some proxy.
    private static String reason(String body) {
        try {
            JsonNode detail = Json.MAPPER.readTree(body).get("detail");
            return detail == null || !detail.isString() ? "no reason given" : detail.asString();
        } catch (JacksonException e) {
            return "no reason given";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
