package com.mathematricks.dashboard.strategies;

import java.util.List;

/// The messages to paste into TradingView's alerts. TradingView fills in what is between double
/// braces; those that begin with `strategy.` only in alerts of a strategy.
final class AlertMessages {

    private static final String STRATEGY =
            """
            {
              "ticker": "{{ticker}}", "exchange": "{{exchange}}",
              "action": "{{strategy.order.action}}", "contracts": "{{strategy.order.contracts}}",
              "price": "{{strategy.order.price}}", "order_id": "{{strategy.order.id}}",
              "market_position": "{{strategy.market_position}}",
              "market_position_size": "{{strategy.market_position_size}}",
              "prev_market_position": "{{strategy.prev_market_position}}",
              "prev_market_position_size": "{{strategy.prev_market_position_size}}",
              "timenow": "{{timenow}}"
            }\
            """;

    private static final String PRICE =
            """
            {"type": "price", "exchange": "{{exchange}}", "ticker": "{{ticker}}", "close": "{{close}}", "timenow": "{{timenow}}"}\
            """;

    private AlertMessages() {}

    /// @param use for which alert
    public record Message(String id, String title, String use, String text) {}

    static List<Message> all() {
        return List.of(
                new Message(
                        "strategy",
                        "Alert of a strategy",
                        "One alert on the strategy itself, with “order fills”. It states the position that the strategy holds, so a missed or doubled alert heals itself.",
                        STRATEGY),
                indicator("buy", "Indicator: buy", "Opens or adds. How much follows the sizing."),
                indicator(
                        "sell",
                        "Indicator: sell",
                        "Closes, and opens short where that is allowed."),
                indicator(
                        "exit", "Indicator: exit", "Closes the whole position in the instrument."),
                new Message(
                        "price",
                        "Price feed",
                        "An alert “once per bar close”: no signal, only a price for paper stops and for what positions are worth.",
                        PRICE));
    }

    private static Message indicator(String action, String title, String use) {
        return new Message(
                action,
                title,
                use,
                "{\"ticker\": \"{{ticker}}\", \"exchange\": \"{{exchange}}\", \"action\": \"%s\", \"price\": \"{{close}}\", \"timenow\": \"{{timenow}}\"}"
                        .formatted(action));
    }
}
