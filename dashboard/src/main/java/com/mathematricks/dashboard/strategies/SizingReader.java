package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `sizing:`: a mode, and the one parameter that it has.
final class SizingReader {

    private SizingReader() {}

    static Sizing read(YamlValue value) {
        YamlSection sizing =
                value.section(
                        List.of("mode", "quantity", "notional", "percent", "amount"), List.of());
        SizingMode mode = sizing.required("mode").oneOf(SizingMode.class, List.of());
        String parameter = parameter(mode);
        if (parameter == null) {
            sizing.refuseAllBut(Set.of("mode"), mode.word() + " has no parameter");
            return new Sizing(mode, null);
        }
        sizing.refuseAllBut(
                Set.of("mode", parameter),
                "%s has only the parameter %s".formatted(mode.word(), parameter));
        return new Sizing(mode, sizing.required(parameter).aboveZero(unit(mode)));
    }

    /// The key of a mode's one parameter; null: it has none.
    static @Nullable String parameter(SizingMode mode) {
        return switch (mode) {
            case AS_SIGNALLED, SCALED_EQUITY -> null;
            case FIXED_QUANTITY -> "quantity";
            case FIXED_NOTIONAL -> "notional";
            case PERCENT_OF_EQUITY, PERCENT_OF_CAPITAL -> "percent";
            case RISK_AMOUNT -> "amount";
        };
    }

    private static String unit(SizingMode mode) {
        return switch (mode) {
            case AS_SIGNALLED, SCALED_EQUITY -> "";
            case FIXED_QUANTITY -> "units";
            case FIXED_NOTIONAL, RISK_AMOUNT -> "money of the account's currency";
            case PERCENT_OF_EQUITY, PERCENT_OF_CAPITAL -> "10 means 10 %";
        };
    }
}
