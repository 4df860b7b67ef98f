package com.mathematricks.engine.risk;

import com.mathematricks.model.settings.EntryWindow;
import com.mathematricks.model.settings.FlatBy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// OUTSIDE_WINDOW: outside the strategy's `entry_window`, or after its `flat_by`.
final class EntryWindowCheck implements RiskCheck {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

    @Override
    public CheckResult check(OpeningRequest request) {
        EntryWindow window = request.strategy().entryWindow();
        FlatBy flatBy = request.strategy().flatBy();
        if (flatBy != null && flatBy.isPast(request.now())) {
            return result(
                    false,
                    "The strategy is flat by %s and opens nothing until midnight there",
                    flatBy.text(),
                    flatBy.zone(),
                    request.now());
        }
        return window == null
                ? CheckResult.passed("OUTSIDE_WINDOW", "Entries are allowed at any time")
                : result(
                        window.contains(request.now()),
                        "Entries are allowed %s",
                        window.text(),
                        window.zone(),
                        request.now());
    }

    private static CheckResult result(
            boolean passed, String rule, String window, ZoneId zone, Instant now) {
        String local = LOCAL.format(now.atZone(zone));
        return CheckResult.of(
                        passed,
                        "OUTSIDE_WINDOW",
                        rule.formatted(window) + ", it is %s there".formatted(local))
                .with("window", window)
                .with("now", local);
    }
}
