package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.whatif.Verdict.Told;
import com.mathematricks.model.whatif.Verdict.Untold;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a decision would open, judged once more as the engine does: denied by the first check that
/// fails, or cut to the smallest size that all of them allow where that is wanted.
final class OpeningAnew {

    private static final Answer SAME = new Answer.Same();

    private record Judged(KeptCheck check, Verdict verdict) {

        boolean failed() {
            return verdict instanceof Told told && told.failed();
        }

        boolean isSized() {
            return verdict instanceof Told told && told.sized();
        }

        Optional<BigDecimal> most() {
            return verdict instanceof Told told ? told.most() : Optional.empty();
        }

        String words() {
            return verdict instanceof Told told ? told.words() : "";
        }
    }

    private final ChangedLimits changed;
    private final List<KeptCheck> checks;
    private final Size size;
    private final boolean reducedByAnUnknownSize;

    /// @param reduced a limit had cut the size
    OpeningAnew(ChangedLimits changed, List<KeptCheck> checks, boolean reduced) {
        this.changed = changed;
        this.checks = checks;
        this.size = Size.of(checks);
        this.reducedByAnUnknownSize = reduced && !size.wasReduced();
    }

    Answer judge() {
        if (!changed.ofSizes() && checks.stream().noneMatch(changed::concern)) {
            return SAME;
        }
        var rules = new CheckRules(changed, size);
        List<Judged> all =
                checks.stream().map(check -> new Judged(check, rules.judge(check))).toList();
        List<Judged> failed = all.stream().filter(Judged::failed).toList();
        boolean denied =
                !failed.isEmpty()
                        && (changed.after().onLimit() == OnLimit.DENY
                                || !size.alone()
                                || !failed.stream().allMatch(Judged::isSized));
        if (denied) {
            return denied(failed.getFirst());
        }
        Optional<Judged> untold =
                all.stream().filter(judged -> judged.verdict() instanceof Untold).findFirst();
        if (untold.isPresent()) {
            return untold(untold.get().check(), ((Untold) untold.get().verdict()).why());
        }
        return failed.isEmpty() ? allowed() : reduced(failed);
    }

    private boolean wasDenied() {
        return checks.stream().anyMatch(check -> !check.passed());
    }

    private Answer denied(Judged by) {
        return wasDenied() ? SAME : new Answer.Denied(by.check().code(), by.words());
    }

    private Answer allowed() {
        if (reducedByAnUnknownSize) {
            return untold(checks.getFirst(), "it was reduced, and what was wanted was not kept");
        }
        return wasDenied() || size.wasReduced() ? new Answer.Allowed() : SAME;
    }

    private Answer reduced(List<Judged> failed) {
        Quantity lot = size.lot();
        if (lot == null || failed.stream().anyMatch(judged -> judged.most().isEmpty())) {
            return untold(
                    failed.getFirst().check(),
                    "the size that it would have been cut to was not kept");
        }
        Judged strictest =
                failed.stream()
                        .min(Comparator.comparing(judged -> judged.most().orElseThrow()))
                        .orElseThrow();
        Optional<Quantity> to = size.roundedDown(strictest.most().orElseThrow(), lot);
        if (to.isEmpty()) {
            return denied(failed.getFirst());
        }
        return size.wasReduced() && to.get().equals(size.kept())
                ? SAME
                : new Answer.Reduced(to.get(), strictest.check().code(), strictest.words());
    }

    private static Answer untold(KeptCheck check, String why) {
        return new Answer.Untold(check.code(), why);
    }
}
