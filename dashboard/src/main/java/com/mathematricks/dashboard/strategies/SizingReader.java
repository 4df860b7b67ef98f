package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `sizing:`: a mode, and the one parameter that it has.
final class SizingReader {

    private static final List<String> LATER =
            List.of("percent_of_capital", "risk_amount", "scaled_equity");

    private SizingReader() {}

    static Sizing read(YamlValue value) {
        YamlSection sizing =
                value.section(List.of("mode", "quantity", "notional", "percent"), List.of());
        SizingMode mode = sizing.required("mode").oneOf(SizingMode.class, LATER);
        return switch (mode) {
            case AS_SIGNALLED -> {
                sizing.refuseAllBut(Set.of("mode"), "as_signalled has no parameter");
                yield Sizing.AS_SIGNALLED;
            }
            case FIXED_QUANTITY -> sized(mode, sizing, "quantity", "units");
            case FIXED_NOTIONAL ->
                    sized(mode, sizing, "notional", "money of the account's currency");
            case PERCENT_OF_EQUITY -> sized(mode, sizing, "percent", "10 means 10 %");
        };
    }

    /// The key of a mode's one parameter; null: it has none.
    static @Nullable String parameter(SizingMode mode) {
        return switch (mode) {
            case AS_SIGNALLED -> null;
            case FIXED_QUANTITY -> "quantity";
            case FIXED_NOTIONAL -> "notional";
            case PERCENT_OF_EQUITY -> "percent";
        };
    }

    private static Sizing sized(SizingMode mode, YamlSection sizing, String key, String unit) {
        sizing.refuseAllBut(
                Set.of("mode", key), "%s has only the parameter %s".formatted(mode.word(), key));
        return new Sizing(mode, sizing.required(key).aboveZero(unit));
    }
}
