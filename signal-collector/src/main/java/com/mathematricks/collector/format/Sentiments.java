package com.mathematricks.collector.format;

import static java.util.Map.entry;

import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.Sentiment;
import org.jspecify.annotations.Nullable;

/// The direction that the sender wants to be in afterwards.
final class Sentiments {

    private static final Words<Sentiment> WORDS =
            Words.of(
                    entry("bullish", Sentiment.LONG),
                    entry("long", Sentiment.LONG),
                    entry("bearish", Sentiment.SHORT),
                    entry("short", Sentiment.SHORT),
                    entry("flat", Sentiment.FLAT));

    private Sentiments() {}

    static @Nullable Sentiment read(Fields fields, Action action, boolean part) {
        Field field = fields.find("sentiment");
        if (field == null) {
            return null;
        }
        Sentiment sentiment = WORDS.read(field);
        boolean flat = sentiment == Sentiment.FLAT;
        boolean possible =
                switch (action) {
                    case BUY, SELL, CANCEL, BREAKEVEN -> true;
                    case ENTRY, ADD, REVERSE -> !flat;
                    case EXIT -> flat || part;
                };
        if (!possible) {
            throw field.wrong(
                    flat ? "bullish or bearish" : "flat",
                    "the action cannot end there, so correct the action or the sentiment");
        }
        return sentiment;
    }
}
