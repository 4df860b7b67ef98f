package com.mathematricks.engine.risk;

import com.mathematricks.engine.loss.Loss;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Losses;
import java.util.Comparator;
import java.util.Optional;

/// What the checks of losses share. Trading that has reached a limit is stopped within a second,
/// whether signals come or not; this is for the signal that comes first.
final class LossCheck {

    private LossCheck() {}

    static CheckResult check(String code, LossRule rule, OpeningRequest request) {
        Losses losses = request.portfolio().losses(rule);
        Optional<Loss> nearest =
                losses.known().stream()
                        .max(
                                Comparator.comparing(Loss::isReached)
                                        .thenComparing(loss -> loss.percent().percent()));
        if (nearest.filter(Loss::isReached).isEmpty() && !losses.unknown().isEmpty()) {
            return CheckResult.failed(code, losses.unknown().getFirst());
        }
        return nearest.map(loss -> result(code, loss))
                .orElseGet(() -> CheckResult.passed(code, "No limit on the " + rule.words()));
    }

    private static CheckResult result(String code, Loss loss) {
        return CheckResult.of(!loss.isReached(), code, sentence(loss.inWords()))
                .with("from", loss.baseline().from())
                .with("equity", loss.equity())
                .with("lost", loss.lost())
                .with("limit", loss.allowed())
                .with("of", loss.scope());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
