package com.mathematricks.system.client;

import com.mathematricks.system.suite.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads what became of signals.
public final class ReadApi {

    private final URI address;
    private final String token;

    public ReadApi(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    public Answer get(String path) {
        try {
            return Http.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                            .header("Authorization", "Bearer " + token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All items of a list, page by page, the newest first where they have a time.
    ///
    /// @param filters pairs of name and value
    public List<JsonNode> all(String list, String... filters) {
        String query =
                Stream.iterate(0, i -> i < filters.length, i -> i + 2)
                        .map(i -> "&" + filters[i] + "=" + encoded(filters[i + 1]))
                        .collect(Collectors.joining());
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            Answer page =
                    get(
                            list
                                    + "?limit=100"
                                    + query
                                    + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
            if (page.status() != 200) {
                throw new AssertionError(list + query + " answered " + page);
            }
            page.json().path("items").forEach(items::add);
            cursor = page.text("next");
        } while (!cursor.isEmpty());
        return items;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public JsonNode one(String list, Predicate<JsonNode> wanted) {
        return all(list).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in " + list + ": " + all(list)));
    }

    /// By key or by the sender's id.
    public Optional<JsonNode> signal(String id) {
        Answer answer = get("signals/" + encoded(id));
        return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
    }

    /// Waits until the signal is like this.
    public JsonNode awaitSignal(String id, String what, Predicate<JsonNode> reached) {
        return Await.value(
                "signal " + id + " is " + what,
                () -> signal(id).filter(reached),
                () -> get("signals/" + encoded(id)));
    }

    /// Waits until the engine's decision can be read.
    public JsonNode awaitDecision(String id) {
        return awaitSignal(
                id,
                "decided",
                signal ->
                        signal.path("status").asString("").equals("DECIDED")
                                && signal.path("decision").isObject());
    }
}
