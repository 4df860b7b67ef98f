package com.mathematricks.dashboard.performance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The risk-free rate that a reader asked for.
///
/// @param typed per cent a year, as typed
/// @param yearly as a fraction; 0 where what was typed cannot be read
/// @param error what is wrong with it; empty: nothing
public record RiskFree(String typed, double yearly, String error) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    static RiskFree of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new RiskFree("0", 0, "");
        }
        try {
            var percent = new BigDecimal(typed.strip());
            if (percent.signum() >= 0 && percent.compareTo(MOST) <= 0) {
                return new RiskFree(typed, percent.movePointLeft(2).doubleValue(), "");
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        return new RiskFree(
                typed, 0, "Per cent a year from 0 to 100, such as 2 or 4.5. 0 is used.");
    }
}
