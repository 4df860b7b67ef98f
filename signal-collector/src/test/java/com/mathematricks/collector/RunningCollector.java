package com.mathematricks.collector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service on a port of its own. The proxy that it trusts is the test, so that each test
/// comes from an address of its choice.
public final class RunningCollector implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public RunningCollector(String storeUri, URI engine, String... more) {
        context =
                new SpringApplicationBuilder(CollectorApplication.class)
                        .run(
                                Stream.concat(
                                                Stream.of(
                                                        "--spring.config.name=signal-collector",
                                                        "--server.port=0",
                                                        "--spring.mongodb.uri=" + storeUri,
                                                        "--trader.engine.url=" + engine,
                                                        "--trader.engine.timeout=500ms",
                                                        "--trader.internal-token="
                                                                + FakeEngine.TOKEN,
                                                        "--trader.webhook.trusted-proxies=127.0.0.1",
                                                        "--spring.main.banner-mode=off"),
                                                Stream.of(more))
                                        .toArray(String[]::new));
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// @param path after `/webhook`
    public HttpRequest.Builder request(String path, String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhook" + path))
                .header("X-Forwarded-For", address);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// With the key of the strategy in the path.
    public HttpResponse<String> post(String strategy, String body) {
        return send(
                request("/" + Strategies.key(strategy), "198.51.100.1")
                        .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postWithoutKey(String address, String body) {
        return send(request("", address).POST(BodyPublishers.ofString(body)));
    }

    /// Without a length in advance.
    public HttpResponse<String> postChunked(String strategy, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(
                request("/" + Strategies.key(strategy), "198.51.100.1")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).GET();
        List<String> pairs = List.of(headers);
        for (int i = 0; i < pairs.size(); i += 2) {
            request.header(pairs.get(i), pairs.get(i + 1));
        }
        return send(request);
    }

    @Override
    public void close() {
        context.close();
        client.shutdownNow();
    }
}
