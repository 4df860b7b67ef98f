package com.mathematricks.collector.format;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// TradingView's `{{…}}`, which it replaces before it sends: one that arrives was misspelled, or
/// belongs to another kind of alert.
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final String STRATEGY = "strategy.";

    ///
    /// https://www.tradingview.com/support/solutions/43000531021-how-to-use-a-variable-value-in-alert/
    private static final List<String> KNOWN =
            List.of(
                    "ticker",
                    "exchange",
                    "close",
                    "open",
                    "high",
                    "low",
                    "time",
                    "timenow",
                    "volume",
                    "syminfo.currency",
                    "syminfo.basecurrency",
                    "interval",
                    "strategy.position_size",
                    "strategy.order.action",
                    "strategy.order.contracts",
                    "strategy.order.price",
                    "strategy.order.id",
                    "strategy.order.comment",
                    "strategy.order.alert_message",
                    "strategy.market_position",
                    "strategy.market_position_size",
                    "strategy.prev_market_position",
                    "strategy.prev_market_position_size");

    private Placeholders() {}

    /// The first one in the text, or null. `field` names the field at an offset.
    static @Nullable FieldError unreplaced(String text, IntFunction<String> field) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        return placeholder.find()
                ? FieldError.wrong(
                        field.apply(placeholder.start()),
                        placeholder.group(),
                        "a value that TradingView filled in",
                        cure(placeholder.group(1).strip().toLowerCase(Locale.ROOT)))
                : null;
    }

    private static String cure(String name) {
        if (!KNOWN.contains(name)) {
            return "TradingView has no placeholder of this name, perhaps {{%s}} was meant"
                    .formatted(Nearest.of(name, KNOWN));
        }
        return name.startsWith(STRATEGY)
                ? "TradingView fills this placeholder only in alerts of a strategy, so create the alert on a strategy, not on an indicator"
                : "write it exactly as {{%s}} and let TradingView send the alert".formatted(name);
    }
}
