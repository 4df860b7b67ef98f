package com.mathematricks.engine.command;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.settings.FlatBy;
import com.mathematricks.model.settings.StrategySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Closes a strategy when its `flat_by` has come, once a day. After a downtime what dates from
/// before the time that was missed is closed; what is halted is closed once it is not any more.
public final class FlatByTime {

    private final StrategySettings strategy;
    private final FlatBy flatBy;
    private final Instant due;
    private final Situation situation;

    private FlatByTime(StrategySettings strategy, FlatBy flatBy, Situation situation) {
        this.strategy = strategy;
        this.flatBy = flatBy;
        this.due = flatBy.newest(situation.now());
        this.situation = situation;
    }

    /// The next strategy's; empty: nothing is due.
    public static Optional<Draft> step(Situation situation) {
        return situation.settings().strategies().stream()
                .sorted(Comparator.comparing(strategy -> strategy.name().value()))
                .flatMap(strategy ->
                        Optional.ofNullable(strategy.flatBy())
                                .map(flatBy -> new FlatByTime(strategy, flatBy, situation))
                                .flatMap(FlatByTime::draft)
                                .stream())
                .findFirst();
    }

    private Optional<Draft> draft() {
        LocalDate day = flatBy.day(due);
        boolean done =
                situation
                        .book()
                        .flatDay(strategy.name())
                        .filter(last -> !last.isBefore(day))
                        .isPresent();
        // A time that came before it was set is not made up for.
        if (done || due.isBefore(strategy.changedAt()) || isHalted()) {
            return Optional.empty();
        }
        List<PositionKey> keys =
                new Reach(StateScope.of(strategy.name()), situation)
                        .keys().stream().filter(this::isFromBefore).toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(draft(day, keys));
    }

    private Draft draft(LocalDate day, List<PositionKey> keys) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.FlattenedByTime(strategy.name(), day));
        changes.addAll(Flattening.of(ClosingCause.of(flatBy), situation, keys, "").changes());
        return new Draft(
                EntryKind.ORDER_CHANGED,
                "flat_by:%s|%s".formatted(strategy.name(), day),
                strategy.account(),
                changes);
    }

    private boolean isHalted() {
        return situation.book().state(strategy.name(), strategy.account()).state()
                == TradingState.HALTED;
    }

    /// On the day itself all is closed; later only what was there when it was due.
    private boolean isFromBefore(PositionKey key) {
        return flatBy.isPast(situation.now())
                || situation
                        .book()
                        .position(key)
                        .filter(position -> !position.quantity().isFlat())
                        .map(Position::updatedAt)
                        .filter(at -> !at.isAfter(due))
                        .isPresent()
                || situation.book().working(key).stream()
                        .anyMatch(order -> !order.progress().createdAt().isAfter(due));
    }
}
