package com.mathematricks.model.money;

import java.math.BigDecimal;

/// The one normal form of our decimals: no trailing zeros, never a negative scale, printed plain.
/// Record equality of BigDecimals compares scale, so every value type passes through here.
public final class Decimals {

    /// Digits that a Decimal128 of the store can hold.
    private static final int DIGITS = 34;

    /// Digits and zeros that a number may have before they are stripped; far more than any price.
    private static final int MAX_WRITTEN = 1_000;

    private Decimals() {}

    /// Throws IllegalArgumentException where the store could not hold the number exactly.
    public static BigDecimal normalised(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // In long: a scale near the end of int would overflow, and 1e400 must not be written out.
        if (Math.abs((long) number.scale()) + number.precision() > MAX_WRITTEN) {
            throw new IllegalArgumentException("number too large or too small to be kept exactly");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.precision() - stripped.scale() > DIGITS || stripped.precision() > DIGITS) {
            throw new IllegalArgumentException(
                    "number with more than " + DIGITS + " digits cannot be kept exactly");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static String plain(BigDecimal number) {
        return normalised(number).toPlainString();
    }
}
