package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.Labels;
import com.mathematricks.collector.format.Reading;
import com.mathematricks.collector.format.SignalReader;
import com.mathematricks.model.settings.WireFormat;
import java.time.Instant;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what came in, and takes a fault of our own reader for a refusal: whatever somebody sends,
/// what comes after it goes on.
public final class Reader {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Labels NONE = new Labels(null, null, null, null);

    private Reader() {}

    /// @param now what an expiry is compared with
    public static Reading read(String body, @Nullable WireFormat onlyFormat, Instant now) {
        return guarded(() -> SignalReader.read(body, onlyFormat, now));
    }

    /// @param outside without `_id` and `intake`
    static Reading read(Document outside, @Nullable WireFormat onlyFormat, Instant now) {
        return guarded(() -> SignalReader.read(outside, onlyFormat, now));
    }

    public static Labels labels(Reading reading) {
        return switch (reading) {
            case Reading.Wish(var signal) -> signal.labels();
            case Reading.PriceAlert(var price) -> price.labels();
            case Reading.Refused(var _, var labels) -> labels;
        };
    }

    private static Reading guarded(Supplier<Reading> reading) {
        try {
            return reading.get();
        } catch (RuntimeException | StackOverflowError e) {
            // The text of such an exception may quote the body, so only its kind is logged.
            LOG.error(
                    "a signal could not be read: {} at {}",
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return new Reading.Refused(
                    new FieldError(
                            "body",
                            null,
                            "one of the formats of docs/signals.md",
                            "the body could not be read: please report this as a fault of ours"),
                    NONE);
        }
    }
}
