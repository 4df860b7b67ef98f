package com.mathematricks.dashboard.ledger;

import com.mathematricks.dashboard.frame.Numbers;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An order as a row of a page.
public record OrderWords(LedgerOrder order) {

    /// For example `LIMIT 188.5, stop 180`.
    public String type() {
        return joined(
                order.type(), at("at", order.limitPrice()), at("stop", order.stopPrice()), trail());
    }

    public String tone() {
        return switch (String.valueOf(order.status())) {
            case "FILLED" -> "good";
            case "REJECTED" -> "bad";
            case "UNKNOWN", "PARTIALLY_FILLED" -> "warn";
            default -> "muted";
        };
    }

    /// The status as a word for a reader.
    public String status() {
        return Words.of(order.status());
    }

    public boolean isFilled() {
        return order.filledQuantity() != null && order.filledQuantity().signum() > 0;
    }

    /// For example `BUY 6 AAPL, MARKET ENTRY: FILLED 6 at 168.2`.
    public String sentence() {
        String wish =
                joined(order.side(), plain(order.quantity()), order.instrument())
                        + ", "
                        + joined(
                                order.type(),
                                order.role(),
                                at("limit", order.limitPrice()),
                                at("stop", order.stopPrice()),
                                trail());
        String outcome =
                joined(
                        order.status(),
                        isFilled() ? plain(order.filledQuantity()) : null,
                        isFilled() ? at("at", order.averagePrice()) : null,
                        order.reason() == null ? null : "(" + order.reason() + ")");
        return wish + ": " + outcome;
    }

    private @Nullable String trail() {
        return order.trail() == null ? null : "by " + order.trail();
    }

    private static String joined(@Nullable String... words) {
        return Stream.of(words).filter(word -> word != null).collect(Collectors.joining(" "));
    }

    private static @Nullable String at(String word, @Nullable BigDecimal price) {
        return price == null ? null : word + " " + Numbers.shown(price);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.shown(number);
    }
}
