package com.mathematricks.collector.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// After how many seconds an entry that has not filled is called back. 0: never.
final class CancelAfter {

    private static final BigDecimal MOST = BigDecimal.valueOf(30L * 24 * 60 * 60);

    private CancelAfter() {}

    /// Rounded up to whole seconds; null where none is given.
    static @Nullable Integer read(Fields fields) {
        Field field = fields.find("cancel_after");
        BigDecimal seconds = field == null ? BigDecimal.ZERO : Numbers.notNegative(field);
        if (field != null && seconds.compareTo(MOST) > 0) {
            throw field.wrong("seconds, at most " + MOST, "leave it out of an order that stays");
        }
        return seconds.signum() == 0 ? null : seconds.setScale(0, RoundingMode.UP).intValueExact();
    }
}
