package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The messages, filled in as TradingView does, are examples of `docs/signals.md`, and all of those
/// are read by the collector's tests.
class AlertMessagesTest {

    private static final Path PAGE = Path.of("..", "docs", "signals.md");
    private static final Map<String, String> FILLED =
            Map.ofEntries(
                    Map.entry("ticker", "AAPL"),
                    Map.entry("exchange", "NASDAQ"),
                    Map.entry("close", "190"),
                    Map.entry("timenow", "2026-11-20T14:30:00Z"),
                    Map.entry("strategy.order.action", "buy"),
                    Map.entry("strategy.order.contracts", "5"),
                    Map.entry("strategy.order.price", "190"),
                    Map.entry("strategy.order.id", "Long"),
                    Map.entry("strategy.market_position", "long"),
                    Map.entry("strategy.market_position_size", "5"),
                    Map.entry("strategy.prev_market_position", "flat"),
                    Map.entry("strategy.prev_market_position_size", "0"));

    @ParameterizedTest
    @ValueSource(strings = {"strategy", "buy", "sell", "exit", "price"})
    void isAnExampleOfThePageOnceFilledIn(String id) throws IOException {
        String text =
                AlertMessages.all().stream()
                        .filter(message -> message.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .text();
        for (var value : FILLED.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        Matcher example =
                Pattern.compile(
                                "<!-- example: printed-" + id + ";.*?```json\\n(.*?)\\n```",
                                Pattern.DOTALL)
                        .matcher(Files.readString(PAGE));

        assertThat(example.find()).isTrue();
        assertThat(Json.MAPPER.readTree(text)).isEqualTo(Json.MAPPER.readTree(example.group(1)));
    }
}
