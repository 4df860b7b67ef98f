package com.mathematricks.collector.format;

import com.mathematricks.model.signal.Protection;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reading in the words of the page's markers.
final class Description {

    private Description() {}

    static Map<String, String> of(Reading reading) {
        var words = new LinkedHashMap<String, String>();
        switch (reading) {
            case Reading.Wish(ParsedSignal signal) -> describe(signal, words);
            case Reading.PriceAlert(ParsedPrice price) -> {
                words.put("alert", price.instrument() + " at " + price.price());
                words.put("sentAt", word(price.at()));
            }
            case Reading.Refused(FieldError error, var _) -> {
                words.put("refused", error.field());
                words.put("value", word(error.value()));
                words.put("says", error.text());
            }
        }
        return words;
    }

    private static void describe(ParsedSignal signal, Map<String, String> words) {
        words.put("format", signal.format().name());
        words.put("strategy", word(signal.labels().strategy()));
        words.put("id", word(signal.labels().id()));
        words.put("environment", word(signal.labels().environment()));
        words.put("account", word(signal.account()));
        words.put("equity", word(signal.accountEquity()));
        words.put("sentAt", word(signal.sentAt()));
        words.put("comment", word(signal.comment()));
        words.put("legs", word(signal.legs().size()));
        for (int n = 0; n < signal.legs().size(); n++) {
            describe(signal.legs().get(n), n == 0 ? "" : (n + 1) + ".", words);
        }
    }

    private static void describe(SignalLeg leg, String prefix, Map<String, String> words) {
        words.put(prefix + "instrument", word(leg.instrument()));
        words.put(prefix + "kind", word(leg.instrument().type()));
        words.put(prefix + "expiry", word(leg.instrument().expiry()));
        words.put(prefix + "action", word(leg.action()));
        words.put(prefix + "side", word(leg.side()));
        words.put(prefix + "quantity", word(leg.quantity()));
        words.put(prefix + "unit", word(leg.quantityUnit()));
        words.put(prefix + "type", word(leg.orderType()));
        words.put(prefix + "price", word(leg.price()));
        words.put(prefix + "underlying", word(leg.underlyingPrice()));
        words.put(prefix + "limit", word(leg.limitPrice()));
        words.put(prefix + "stop", word(leg.stopPrice()));
        words.put(
                prefix + "trail",
                word(leg.trailAmount() == null ? leg.trailPercent() : leg.trailAmount()));
        words.put(prefix + "tif", word(leg.timeInForce()));
        words.put(prefix + "cancelAfter", word(leg.cancelAfterSeconds()));
        words.put(prefix + "sentiment", word(leg.sentiment()));
        var position = leg.position();
        words.put(prefix + "target", position == null ? "none" : word(position.target()));
        words.put(prefix + "previous", position == null ? "none" : word(position.previous()));
        words.put(prefix + "entry", word(leg.entryName()));
        words.put(prefix + "of", word(leg.entryReference()));
        words.put(prefix + "stopLoss", protection(leg.stopLoss()));
        words.put(prefix + "takeProfit", protection(leg.takeProfit()));
        var trigger = leg.trigger();
        words.put(
                prefix + "trigger",
                trigger == null ? "none" : trigger.comparison() + " " + trigger.price());
        words.put(prefix + "unsupported", word(leg.unsupported()));
    }

    private static String protection(@Nullable Protection protection) {
        if (protection == null) {
            return "none";
        }
        var words = new StringBuilder();
        append(words, "", protection.price());
        append(words, "", protection.percent());
        append(words, "distance ", protection.amount());
        append(words, "limit ", protection.limitPrice());
        append(words, "trail ", protection.trailAmount());
        append(words, "trail ", protection.trailPercent());
        return words.toString().strip();
    }

    private static void append(StringBuilder words, String prefix, @Nullable Object value) {
        if (value != null) {
            words.append(prefix).append(word(value)).append(' ');
        }
    }

    private static String word(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
