package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.Labels;
import com.mathematricks.collector.format.ParsedSignal;
import com.mathematricks.collector.format.Reading;
import com.mathematricks.collector.strategy.StrategyCache;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.WireFormat;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Understands a document of an outside writer, who needs no passphrase but has to name a strategy.
final class OutsideReader {

    private final StrategyCache strategies;

    OutsideReader(StrategyCache strategies) {
        this.strategies = strategies;
    }

    sealed interface Outside {

        /// @param id the sender's, else the document's
        record Meant(StrategyName strategy, String id, ParsedSignal signal) implements Outside {}

        record Malformed(@Nullable StrategyName strategy, @Nullable String id, FieldError error)
                implements Outside {}
    }

    /// @param own the document without `_id` and `intake`
    Outside read(@Nullable Object documentId, Document own, Instant now) {
        String documentsId = SignalIds.ofDocument(documentId);
        return switch (readInItsFormat(own, now)) {
            case Reading.Wish(var signal) -> meant(documentsId, signal);
            case Reading.PriceAlert(var price) ->
                    malformed(
                            documentsId,
                            price.labels(),
                            new FieldError(
                                    "type",
                                    "price",
                                    "a signal",
                                    "type: a price is no signal; post it to the webhook"));
            case Reading.Refused(var error, var labels) -> malformed(documentsId, labels, error);
        };
    }

    private Reading readInItsFormat(Document own, Instant now) {
        Reading any = Reader.read(own, null, now);
        WireFormat only =
                name(Reader.labels(any).strategy())
                        .flatMap(strategies::find)
                        .map(StrategySettings::format)
                        .orElse(null);
        return only == null ? any : Reader.read(own, only, now);
    }

    private static Outside meant(String documentsId, ParsedSignal signal) {
        Labels labels = signal.labels();
        Optional<StrategyName> strategy = name(labels.strategy());
        if (strategy.isEmpty()) {
            return malformed(
                    documentsId,
                    labels,
                    new FieldError(
                            "strategy_name",
                            labels.strategy(),
                            "the name of a strategy",
                            "strategy_name: a document has to name its strategy"));
        }
        String id = labels.id() == null ? documentsId : labels.id();
        Optional<FieldError> fault = SignalIds.fault(labels.id() == null ? "_id" : "signalID", id);
        return fault.isPresent()
                ? malformed(documentsId, labels, fault.get())
                : new Outside.Meant(strategy.get(), id, signal);
    }

    private static Outside malformed(String documentsId, Labels labels, FieldError error) {
        String id = labels.id() == null ? documentsId : labels.id();
        return new Outside.Malformed(
                name(labels.strategy()).orElse(null),
                SignalIds.fault("_id", id).isPresent() ? null : id,
                error);
    }

    private static Optional<StrategyName> name(@Nullable String stated) {
        try {
            return Optional.ofNullable(stated).map(StrategyName::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
