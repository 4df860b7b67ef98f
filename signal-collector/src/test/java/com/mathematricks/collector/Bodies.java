package com.mathematricks.collector;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What senders post.
public final class Bodies {

    private Bodies() {}

    /// @param more names and values in turn
    public static String buy(String... more) {
        String[] usual = {
            "ticker", "NASDAQ:AAPL", "action", "buy", "quantity", "1", "price", "150"
        };
        return json(Stream.of(usual, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    public static String buyWithId(String id) {
        return buy("signal_id", id);
    }

    public static String json(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> "\"%s\": \"%s\"".formatted(pairs[2 * i], pairs[2 * i + 1]))
                .collect(joining(", ", "{", "}"));
    }
}
