package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Limits on what is counted within a time, each counted where it was set.
record CountRules(LimitPlaces limits) {

    private static final LimitKey RATE = LimitKey.MAX_ORDERS_PER_MINUTE;

    Verdict rate(KeptCheck check) {
        Optional<BigDecimal> ofStrategy =
                limits.isStated(RATE) ? limits.strategy().number(RATE) : RATE.defaultValue();
        return Verdict.strictest(
                Stream.of(
                                rate(check, "of the strategy", ofStrategy),
                                rate(check, "of the account", limits.account().number(RATE)),
                                rate(check, "of all accounts", limits.overall().number(RATE)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Verdict> rate(
            KeptCheck check, String name, Optional<BigDecimal> limit) {
        return limit.map(most ->
                check.number(name)
                        .map(count -> Verdict.atMost(count, most, " orders %s".formatted(name)))
                        .orElse(Verdict.Untold.NOT_KEPT));
    }

    Verdict executions(KeptCheck check) {
        List<Verdict> verdicts =
                limits.all().stream()
                        .flatMap(place ->
                                place
                                        .number(LimitKey.MAX_EXECUTIONS)
                                        .map(most -> executions(check, most, window(place)))
                                        .stream())
                        .toList();
        return Verdict.strictest(verdicts);
    }

    private static BigDecimal window(Limits place) {
        return place.number(LimitKey.EXECUTIONS_WINDOW)
                .or(LimitKey.EXECUTIONS_WINDOW::defaultValue)
                .orElseThrow();
    }

    /// A longer time holds as many trades or more, a shorter one as many or fewer.
    private static Verdict executions(KeptCheck check, BigDecimal most, BigDecimal window) {
        Optional<BigDecimal> kept = check.number("executions");
        Optional<BigDecimal> counted = check.number("window");
        if (kept.isEmpty() || counted.isEmpty()) {
            return Verdict.Untold.NOT_KEPT;
        }
        int longer = window.compareTo(counted.get());
        boolean passed = kept.get().compareTo(most) <= 0;
        boolean told = longer == 0 || (longer > 0) != passed;
        return told
                ? Verdict.atMost(
                        kept.get(), most, " trades within " + Decimals.plain(counted.get()) + " s")
                : new Verdict.Untold(
                        "trades within %s s were counted, not within %s s"
                                .formatted(Decimals.plain(counted.get()), Decimals.plain(window)));
    }
}
