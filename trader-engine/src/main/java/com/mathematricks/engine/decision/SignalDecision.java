package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.calendar.MarketStatus;
import com.mathematricks.engine.calendar.Moment;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.LegPlan.Verdict;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.engine.risk.RiskChecks;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One decision in the making, for a strategy and an account that are known.
final class SignalDecision {

    private final Signal signal;
    private final Situation situation;
    private final StrategySettings strategy;
    private final AccountSettings account;
    private final AccountView view;
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<String> sizing = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<MarketStatus.Closed> closed = Optional.empty();

    SignalDecision(
            Signal signal,
            Situation situation,
            StrategySettings strategy,
            AccountSettings account,
            AccountBalance balance) {
        this.signal = signal;
        this.situation = situation;
        this.strategy = strategy;
        this.account = account;
        this.view = new AccountView(situation, balance, strategy.name());
    }

    Draft decide() {
        var state = view.state();
        if (state.state() == TradingState.HALTED) {
            return Denial.of(
                    signal,
                    situation,
                    strategy,
                    "TRADING_HALTED",
                    "Trading of %s is halted since %s: %s"
                            .formatted(state.scope(), state.since(), state.cause()));
        }
        var planner = new SignalPlanner(signal, situation, strategy, account, view, notes);
        return switch (planner.plan()) {
            case SignalPlanner.Refused(CheckResult refusal) ->
                    Denial.of(signal, situation, strategy, refusal.code(), refusal.text());
            case SignalPlanner.Planned(List<PlannedLeg> legs) -> decide(legs);
        };
    }

    private Draft decide(List<PlannedLeg> legs) {
        legs.forEach(leg -> sizing.addAll(leg.plan().sizing()));
        closed = new OpenMarkets(situation).latest(legs, account.id());
        OpenWait wait = closed.map(market -> new OpenWait(market.opens(), false)).orElse(null);
        var orders = new DecisionOrders(signal, situation, strategy, view, wait);
        orders.cancelAndClose(legs);
        notes.addAll(StopNotes.of(legs));
        var openings =
                new Openings(signal, situation, strategy, account, view, checks, sizing)
                        .check(legs);
        // Legs that are decided together are opened together or not at all.
        List<CheckResult> failures = new ArrayList<>(openings.failures());
        failures.addAll(verdicts(legs));
        if (failures.isEmpty()) {
            orders.open(openings.approved());
        }
        return draft(legs, orders, openings, failures);
    }

    private Draft draft(
            List<PlannedLeg> legs,
            DecisionOrders orders,
            Openings.Result openings,
            List<CheckResult> failures) {
        Optional<CheckResult> failure = RiskChecks.firstFailed(failures);
        Optional<Verdict> already =
                legs.stream()
                        .map(leg -> leg.plan().verdict())
                        .flatMap(Optional::stream)
                        .filter(verdict -> !verdict.denied())
                        .findFirst();
        boolean acts = orders.actsAtAll();
        DecisionOutcome outcome;
        String code;
        String reason;
        if (failure.isPresent()) {
            outcome = acts ? DecisionOutcome.PARTLY : DecisionOutcome.DENIED;
            code = failure.get().code();
            reason = failure.get().text();
        } else if (openings.reduced().isPresent()) {
            outcome = DecisionOutcome.PARTLY;
            code = openings.reduced().get().code();
            reason = "Reduced to the limit: " + openings.reduced().get().text();
        } else if (!acts && already.isPresent()) {
            outcome = DecisionOutcome.APPROVED;
            code = already.get().code();
            reason = already.get().reason();
        } else if (closed.isPresent() && orders.waitsForOpen()) {
            outcome = DecisionOutcome.APPROVED;
            code = "WAITS_FOR_OPEN";
            reason =
                    "Waits for the open at %s: %s"
                            .formatted(Moment.of(closed.get().opens()), orders.inWords());
        } else {
            outcome = DecisionOutcome.APPROVED;
            code = "APPROVED";
            reason = orders.inWords();
        }
        if (orders.waitsForOpen()) {
            closed.map(MarketStatus.Closed::text).ifPresent(notes::add);
        }
        boolean late = acts && isStale();
        if (late) {
            notes.add("Late: older than the limit, traded because it only closes");
        }
        var decision =
                new Decision(
                        signal.key(),
                        signal.id(),
                        strategy.name(),
                        strategy.account(),
                        strategy.version(),
                        outcome,
                        code,
                        reason,
                        late,
                        checks,
                        sizing,
                        orders.ids(),
                        notes,
                        legs.getFirst().price().orElse(null),
                        signal.receivedAt(),
                        situation.now());
        var changes = new ArrayList<Change>();
        changes.add(new Change.Decided(decision));
        changes.addAll(orders.changes(legs));
        failure.filter(failed -> failed.code().equals(RiskChecks.REPEATED_EXECUTION))
                .ifPresent(failed -> changes.addAll(paused(failed.text())));
        return new Draft(EntryKind.DECIDED, signal.key().value(), strategy.account(), changes);
    }

    private List<Change> paused(String why) {
        StateScope scope = StateScope.of(strategy.name());
        return List.of(
                new Change.StatePut(
                        new ScopeState(scope, TradingState.PAUSED, why, situation.now())),
                new Change.Noted(
                        RiskChecks.REPEATED_EXECUTION,
                        "%s. Nothing new is opened until a person resumes %s; what works, and exits, go on"
                                .formatted(why, scope),
                        strategy.name(),
                        strategy.account()));
    }

    private List<CheckResult> verdicts(List<PlannedLeg> legs) {
        var verdicts = new ArrayList<CheckResult>();
        for (PlannedLeg leg : legs) {
            leg.plan()
                    .verdict()
                    .filter(Verdict::denied)
                    .map(verdict -> CheckResult.failed(verdict.code(), verdict.reason()))
                    .map(check -> check.about(leg.instrument().id().value()))
                    .ifPresent(verdicts::add);
        }
        checks.addAll(verdicts);
        return verdicts;
    }

    private boolean isStale() {
        if (signal.sentAt() == null) {
            return true;
        }
        Duration age = Duration.between(signal.sentAt(), situation.now());
        return Limits.strictest(
                        LimitKey.MAX_SIGNAL_AGE,
                        strategy.limits(),
                        account.limits(),
                        situation.settings().overall())
                .filter(limit -> BigDecimal.valueOf(age.toMillis(), 3).compareTo(limit) > 0)
                .isPresent();
    }
}
