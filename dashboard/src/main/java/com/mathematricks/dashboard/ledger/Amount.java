package com.mathematricks.dashboard.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Money for a reader: `100,002.60`, with a sign where it is a gain or a loss.
///
/// @param value null where it is not known (yet)
public record Amount(@Nullable BigDecimal value, @Nullable String currency) {

    private static final String UNKNOWN = "–";
    private static final String MINUS = "−";

    public String text() {
        return value == null ? UNKNOWN : (value.signum() < 0 ? MINUS : "") + digits(value);
    }

    /// With a sign in front of gains too.
    public String signed() {
        return value != null && value.signum() > 0 ? "+" + digits(value) : text();
    }

    /// `gain`, `loss` or nothing.
    public String tone() {
        return value == null || value.signum() == 0 ? "" : value.signum() > 0 ? "gain" : "loss";
    }

    /// Cents, and what digits a crypto amount has beyond them.
    private static String digits(BigDecimal value) {
        var format =
                new DecimalFormat("#,##0.00######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(value.abs());
    }
}
