package com.mathematricks.engine.decision;

import com.mathematricks.engine.order.Bracket;
import com.mathematricks.engine.order.ProtectiveTerms;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Protection;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stop and the target of what a leg opens: its own, else the strategy's defaults. Of legs that
/// are decided together each has its own only: a default stop would take the combination apart.
record LegBracket(Optional<Bracket> bracket, List<String> notes) {

    static LegBracket of(SignalLeg leg, Signal signal, StrategySettings strategy) {
        boolean alone = signal.legs().size() == 1;
        var notes = new ArrayList<String>();
        Protection stop = leg.stopLoss();
        Percentage defaultStop = strategy.defaultStopPercent();
        if (stop == null && alone && defaultStop != null) {
            stop = Protection.ofPercent(defaultStop);
            notes.add("The signal states no stop: the strategy's, " + defaultStop);
        }
        Protection target = leg.takeProfit();
        Percentage defaultTarget = strategy.defaultTargetPercent();
        if (target == null && alone && defaultTarget != null) {
            target = Protection.ofPercent(defaultTarget);
            notes.add("The signal states no target: the strategy's, " + defaultTarget);
        }
        return stop == null && target == null
                ? new LegBracket(Optional.empty(), List.of())
                : new LegBracket(Optional.of(new Bracket(stop, target)), notes);
    }

    /// What is wrong with it at the price that the entry is expected at.
    Optional<CheckResult> problem(PlannedLeg leg, Side side, Price price) {
        var terms = new ProtectiveTerms(leg.instrument(), side, price);
        return problem(OrderRole.STOP, "stop-loss", terms)
                .or(() -> problem(OrderRole.TARGET, "take-profit", terms));
    }

    private Optional<CheckResult> problem(OrderRole role, String name, ProtectiveTerms terms) {
        Optional<Protection> wish = bracket.flatMap(both -> both.of(role));
        if (wish.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal at = terms.unrounded(role, wish.get());
        boolean above = (role == OrderRole.TARGET) == (terms.entered() == Side.BUY);
        int side = at.compareTo(terms.entryPrice().value());
        boolean possible = at.signum() > 0 && (above ? side > 0 : side < 0);
        return possible
                ? Optional.empty()
                : Optional.of(
                        CheckResult.failed(
                                "PROTECTION_INVALID",
                                "The %s of a %s at %s has to lie above 0 and %s it, and is %s"
                                        .formatted(
                                                name,
                                                terms.entered(),
                                                terms.entryPrice(),
                                                above ? "above" : "below",
                                                Decimals.plain(at))));
    }

    /// For a person; empty where there is none.
    static String inWords(@Nullable Bracket bracket, Side entered) {
        if (bracket == null) {
            return "";
        }
        boolean buys = entered == Side.BUY;
        var parts = new ArrayList<String>();
        bracket.of(OrderRole.STOP)
                .ifPresent(stop -> parts.add("a stop " + inWords(stop, buys ? "below" : "above")));
        bracket.of(OrderRole.TARGET)
                .ifPresent(target ->
                        parts.add("a target " + inWords(target, buys ? "above" : "below")));
        return " with %s behind what fills".formatted(String.join(" and ", parts));
    }

    private static String inWords(Protection wish, String where) {
        if (wish.price() != null) {
            return "at " + wish.price();
        }
        if (wish.percent() != null) {
            return "%s %s its price".formatted(wish.percent(), where);
        }
        if (wish.amount() != null) {
            return "%s %s its price".formatted(Decimals.plain(wish.amount()), where);
        }
        return "that trails it by %s".formatted(new Trail(wish.trailAmount(), wish.trailPercent()));
    }
}
