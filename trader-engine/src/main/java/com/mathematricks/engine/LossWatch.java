package com.mathematricks.engine;

import com.mathematricks.engine.decision.LossLimits;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.loss.Loss;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Standing;
import com.mathematricks.engine.performance.ClosingDays;
import com.mathematricks.engine.performance.ClosingTimes;
import com.mathematricks.model.money.Percentage;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Keeps what losses are counted from, and stops what has reached its limit: one entry with all of
/// it. A day begins at the hour at which days are closed, weekends too.
record LossWatch(ClosingTimes times) {

    Optional<Draft> step(Situation situation) {
        var limits = new LossLimits(situation);
        var stops = new LossStops(situation);
        for (LossBaseline.Key key : watched(limits, situation)) {
            look(key, limits, situation, stops);
        }
        return stops.draft();
    }

    private static Set<LossBaseline.Key> watched(LossLimits limits, Situation situation) {
        var keys = new LinkedHashSet<LossBaseline.Key>();
        limits.scopes()
                .forEach(scope -> {
                    for (LossRule rule : LossRule.values()) {
                        keys.add(new LossBaseline.Key(scope, rule));
                    }
                });
        situation.book().baselines().forEach(baseline -> keys.add(baseline.key()));
        return keys;
    }

    private void look(
            LossBaseline.Key key, LossLimits limits, Situation situation, LossStops stops) {
        Optional<Percentage> limit = limits.limit(key);
        Optional<LossBaseline> known = situation.book().baseline(key);
        if (limit.isEmpty()) {
            known.ifPresent(stops::drop);
            return;
        }
        limits.standing(key.scope())
                .ifPresent(standing -> look(key, known, standing, limit.get(), situation, stops));
    }

    private void look(
            LossBaseline.Key key,
            Optional<LossBaseline> known,
            Standing now,
            Percentage limit,
            Situation situation,
            LossStops stops) {
        LocalDate day = times.newest(situation.now(), ClosingDays.EVERY_DAY);
        LossBaseline fresh = LossBaseline.of(key, now, day, situation.now());
        LossBaseline before =
                known.filter(baseline -> !isOver(baseline, day, situation))
                        .flatMap(baseline -> baseline.after(now))
                        .orElse(fresh);
        if (before.reached()) {
            return;
        }
        var loss = new Loss(before, now.equity(), limit);
        if (loss.isReached()) {
            stops.stop(loss);
            return;
        }
        LossBaseline next =
                switch (key.rule()) {
                    case DAILY_LOSS -> before;
                    case DRAWDOWN -> before.raisedTo(now.equity(), limit.percent());
                };
        if (!known.equals(Optional.of(next))) {
            stops.put(next);
        }
    }

    /// The loss that stopped a scope is over when a person resumes it: it must not stop it again.
    private static boolean isOver(LossBaseline baseline, LocalDate day, Situation situation) {
        return baseline.reached()
                ? LossLimits.trades(baseline.scope(), situation.book())
                : baseline.rule() == LossRule.DAILY_LOSS && !baseline.day().equals(day);
    }
}
