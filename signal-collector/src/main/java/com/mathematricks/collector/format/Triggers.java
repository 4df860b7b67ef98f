package com.mathematricks.collector.format;

import com.mathematricks.model.money.Price;
import com.mathematricks.model.signal.Trigger;
import com.mathematricks.model.signal.Trigger.Comparison;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The condition of a stop-loss message, `if AAPL < 145`.
///
/// @param ticker whose price is meant, as written
record Triggers(Field ticker, Trigger trigger) {

    static final String ACCEPTED = "a condition such as 'if AAPL < 145', with <, <=, > or >=";

    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?:if\\s+)?([^\\s<>=]+)\\s*(<=|>=|<|>)\\s*([^\\s<>=]+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Map<String, Comparison> COMPARISONS =
            Map.of(
                    "<", Comparison.BELOW,
                    "<=", Comparison.AT_OR_BELOW,
                    ">", Comparison.ABOVE,
                    ">=", Comparison.AT_OR_ABOVE);

    /// Null where the leg is no stop-loss.
    static @Nullable Triggers read(Fields fields) {
        Field field = fields.find("trigger");
        if (field == null) {
            return null;
        }
        Field stopLoss = fields.find("stop_loss");
        if (stopLoss == null || !stopLoss.shown().strip().equalsIgnoreCase("true")) {
            throw Refusal.missing(fields.path() + "stop_loss", "true beside a trigger");
        }
        Matcher condition = CONDITION.matcher(field.text(ACCEPTED));
        Comparison comparison = condition.matches() ? COMPARISONS.get(condition.group(2)) : null;
        if (comparison == null) {
            throw field.wrong(ACCEPTED, "write it in this form");
        }
        Price price = Numbers.price(new Field(field.name(), condition.group(3)));
        return new Triggers(
                new Field(field.name(), condition.group(1)), new Trigger(comparison, price));
    }

    /// The trigger names the instrument where no other field does; else they must agree.
    void nameInstrument(Fields fields) {
        String[] names = {"ticker", "symbol", "instrument", "underlying"};
        Field stated = fields.find(names);
        if (stated == null) {
            fields.imply("ticker", ticker);
            return;
        }
        if (!Tickers.read(stated).symbol().equals(Tickers.read(ticker).symbol())) {
            throw ticker.wrong(
                    "a condition on " + FieldError.shown(stated.shown()),
                    "trigger and ticker name different instruments");
        }
    }
}
