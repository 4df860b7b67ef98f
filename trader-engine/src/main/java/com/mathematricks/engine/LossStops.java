package com.mathematricks.engine;

import com.mathematricks.engine.command.Reducing;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.LossLimits;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.loss.Loss;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.settings.OnLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one look at the losses changes. A scope that is stopped keeps the stricter state and both
/// causes; working orders that enlarge are cancelled, also where all is halted.
final class LossStops {

    private static final String ALSO = "; before: ";

    private final Situation situation;
    private final List<Change> baselines = new ArrayList<>();
    private final Map<StateScope, ScopeState> states = new LinkedHashMap<>();
    private final Map<ClientOrderId, Order> cancels = new LinkedHashMap<>();
    private final List<Change> notes = new ArrayList<>();

    LossStops(Situation situation) {
        this.situation = situation;
    }

    void put(LossBaseline baseline) {
        baselines.add(new Change.BaselinePut(baseline));
    }

    void drop(LossBaseline baseline) {
        baselines.add(new Change.BaselineDropped(baseline.scope(), baseline.rule()));
    }

    void stop(Loss loss) {
        StateScope scope = loss.baseline().scope();
        put(loss.baseline().stopped());
        String cause = loss.inWords();
        TradingState wanted =
                new LossLimits(situation).onLoss(scope) == OnLoss.HALT
                        ? TradingState.HALTED
                        : TradingState.REDUCING;
        ScopeState state = stopped(scope, wanted, cause);
        states.put(scope, state);
        Reducing.cancels(situation, scope, "loss limit: " + cause)
                .forEach(order -> cancels.putIfAbsent(order.id(), order));
        notes.add(
                new Change.Noted(
                        loss.baseline().rule().name(),
                        "%s. %s until a person resumes %s; losses count from then on"
                                .formatted(
                                        cause,
                                        state.state() == TradingState.HALTED
                                                ? "Nothing leaves"
                                                : "Only orders that shrink a position leave",
                                        scope),
                        scope.strategy().orElse(null),
                        scope.account().orElse(null)));
    }

    private ScopeState stopped(StateScope scope, TradingState wanted, String cause) {
        Optional<ScopeState> before =
                Optional.ofNullable(states.get(scope))
                        .or(() -> situation.book().state(scope))
                        .filter(state -> state.state() != TradingState.ACTIVE);
        String causes = before.map(state -> cause + ALSO + state.cause()).orElse(cause);
        return before.filter(state -> state.isAtLeast(wanted))
                .map(state -> state.because(causes))
                .orElseGet(() -> new ScopeState(scope, wanted, causes, situation.now()));
    }

    /// Empty where nothing changes.
    Optional<Draft> draft() {
        var changes = new ArrayList<>(baselines);
        states.values().forEach(state -> changes.add(new Change.StatePut(state)));
        cancels.values().forEach(order -> changes.add(new Change.OrderPut(order)));
        changes.addAll(notes);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Draft(
                                states.isEmpty() ? EntryKind.TRIGGERED : EntryKind.STATE_CHANGED,
                                null,
                                null,
                                changes));
    }
}
