package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Limits on losses. A loss is counted only while a limit is set, each where it was set, and of
/// several places the one that had lost the most was kept.
record LossRules(ChangedLimits changed, LimitKey key) {

    /// How the kept name of each place begins.
    private static final List<String> PLACES = List.of("strategy ", "account ", "all accounts");

    private static final Verdict.Untold NOT_COUNTED =
            new Verdict.Untold("this loss was not counted, or not kept, then");

    Verdict judge(KeptCheck check) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int place = 0; place < PLACES.size(); place++) {
            Optional<BigDecimal> before = number(changed.before(), place);
            Optional<BigDecimal> after = number(changed.after(), place);
            if (after.isPresent()) {
                verdicts.add(judge(check, PLACES.get(place), before, after.get()));
            }
        }
        return Verdict.strictest(verdicts);
    }

    private Optional<BigDecimal> number(LimitPlaces places, int place) {
        Limits limits = places.all().get(place);
        return limits.number(key);
    }

    private static Verdict judge(
            KeptCheck check, String place, Optional<BigDecimal> before, BigDecimal after) {
        Optional<Money> from = check.money("from");
        Optional<Money> lost = check.money("lost");
        boolean its = check.numbers().getOrDefault("of", "").startsWith(place);
        if (its && from.isPresent() && lost.isPresent()) {
            Money most = new Percentage(after).of(from.get());
            boolean reached = from.get().isPositive() && lost.get().compareTo(most) >= 0;
            return Verdict.of(
                    !reached, "%s lost, less than %s".formatted(lost.get(), most.rounded()));
        }
        boolean noStricter = before.filter(then -> after.compareTo(then) >= 0).isPresent();
        return check.passed() && noStricter ? Verdict.of(true, "not reached") : NOT_COUNTED;
    }
}
