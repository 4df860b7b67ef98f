package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What one check says under other limits.
sealed interface Verdict {

    /// @param words with the compared numbers
    /// @param sized a smaller order could pass
    /// @param most the largest size that passes, in units, not rounded to the lot; empty: no limit
    ///   holds, or the kept numbers do not say
    record Told(boolean passed, String words, boolean sized, Optional<BigDecimal> most)
            implements Verdict {

        boolean failed() {
            return !passed;
        }
    }

    record Untold(String why) implements Verdict {

        static final Untold NOT_KEPT = new Untold("what it compares was not kept then");
    }

    static Verdict of(boolean passed, String words) {
        return new Told(passed, words, false, Optional.empty());
    }

    static Verdict atMost(BigDecimal number, BigDecimal most, String unit) {
        String words =
                "%s%s, at most %s".formatted(Decimals.plain(number), unit, Decimals.plain(most));
        return of(number.compareTo(most) <= 0, words);
    }

    static Verdict unlimited() {
        return of(true, "no limit");
    }

    /// Of several places: one that fails is enough.
    static Verdict strictest(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict instanceof Told told && told.failed())
                .findFirst()
                .or(() -> verdicts.stream().filter(Untold.class::isInstance).findFirst())
                .or(() -> verdicts.stream().findFirst())
                .orElseGet(Verdict::unlimited);
    }
}
