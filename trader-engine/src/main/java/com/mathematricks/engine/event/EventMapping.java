package com.mathematricks.engine.event;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.journal.Fill;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.event.EventId;
import com.mathematricks.model.event.TradingEvent;
import com.mathematricks.model.event.TradingEvent.PlannedOrder;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.signal.DecisionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The events of an entry. Pure: the same entry always gives the same events with the same ids.
public final class EventMapping {

    private final Entry entry;
    private final List<TradingEvent> events = new ArrayList<>();

    private EventMapping(Entry entry) {
        this.entry = entry;
    }

    public static List<TradingEvent> events(Entry entry) {
        var mapping = new EventMapping(entry);
        entry.changes().forEach(mapping::add);
        return mapping.events;
    }

    private void add(Change change) {
        switch (change) {
            case Change.Decided(Decision decision) -> events.add(decided(decision));
            case Change.OrderPut(Order order) -> {
                boolean byFill = entry.kind() == EntryKind.FILLED && ordersFill(order).isPresent();
                boolean decided =
                        entry.kind() == EntryKind.DECIDED || entry.kind() == EntryKind.COMMAND_DONE;
                boolean planned = decided && !order.isFinal();
                boolean waits =
                        order.status() == OrderStatus.NEW && order.progress().reason() == null;
                boolean told =
                        order.status() != OrderStatus.SUBMITTED && !planned && !byFill && !waits;
                if (told) {
                    events.add(changed(order));
                }
            }
            case Change.FillAdded(Fill fill) -> {
                events.add(filled(fill));
                positionAfter(fill)
                        .filter(position -> position.quantity().isFlat())
                        .ifPresent(_ -> events.add(closed(fill)));
            }
            case Change.StatePut(var state) ->
                    events.add(
                            new TradingEvent.TradingStateChanged(
                                    nextId(),
                                    entry.at(),
                                    state.scope().value(),
                                    state.state().name(),
                                    state.cause()));
            case Change.CashMoved(var account, var amount, var reason) ->
                    events.add(
                            new TradingEvent.AccountAdjusted(
                                    nextId(), entry.at(), account, amount, reason));
            case Change.Noted(var code, var text, var strategy, var account) ->
                    events.add(
                            new TradingEvent.Noticed(
                                    nextId(), entry.at(), code, text, strategy, account));
            case Change.EngineStarted _,
                    Change.CommandDone _,
                    Change.InstrumentUsed _,
                    Change.PositionPut _,
                    Change.BalancePut _,
                    Change.CheckedAtOpen _,
                    Change.FlattenedByTime _,
                    Change.DayClosed _,
                    Change.BaselinePut _,
                    Change.BaselineDropped _ -> {
                // Part of what the other changes tell.
            }
        }
    }

    private EventId nextId() {
        return EventId.of(entry.epoch(), entry.sequence(), events.size());
    }

    private TradingEvent decided(Decision decision) {
        if (decision.outcome() == DecisionOutcome.DENIED) {
            return new TradingEvent.SignalDenied(
                    nextId(),
                    entry.at(),
                    decision.strategy(),
                    decision.account(),
                    decision.key(),
                    decision.signalId(),
                    decision.code(),
                    decision.reason());
        }
        if (decision.account() == null) {
            throw new IllegalStateException("approved without an account: " + decision.key());
        }
        return new TradingEvent.SignalApproved(
                nextId(),
                entry.at(),
                decision.strategy(),
                decision.account(),
                decision.key(),
                decision.signalId(),
                decision.outcome(),
                decision.code(),
                decision.reason(),
                plannedOrders(decision));
    }

    private List<PlannedOrder> plannedOrders(Decision decision) {
        return entry.changes().stream()
                .filter(change -> change instanceof Change.OrderPut)
                .map(change -> ((Change.OrderPut) change).order())
                .filter(order -> decision.orders().contains(order.id()))
                .map(order ->
                        new PlannedOrder(
                                order.id(),
                                order.terms().instrument(),
                                order.terms().side(),
                                order.terms().type(),
                                order.terms().role(),
                                order.terms().quantity()))
                .toList();
    }

    private TradingEvent changed(Order order) {
        return new TradingEvent.OrderChanged(
                nextId(),
                entry.at(),
                order.strategy(),
                order.account(),
                order.id(),
                order.terms().instrument(),
                order.terms().side(),
                order.terms().role(),
                order.terms().quantity(),
                order.status(),
                order.progress().reason());
    }

    private TradingEvent filled(Fill fill) {
        boolean complete =
                entry.changes().stream()
                        .anyMatch(change ->
                                change instanceof Change.OrderPut(Order order)
                                        && order.id().equals(fill.order())
                                        && order.status() == OrderStatus.FILLED);
        return new TradingEvent.OrderFilled(
                nextId(),
                entry.at(),
                fill.strategy(),
                fill.account(),
                fill.order(),
                fill.instrument(),
                fill.side(),
                fill.role(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                complete,
                positionAfter(fill)
                        .map(Position::quantity)
                        .orElseThrow(() -> new IllegalStateException("fill without its position")));
    }

    private TradingEvent closed(Fill fill) {
        return new TradingEvent.PositionClosed(
                nextId(),
                entry.at(),
                fill.strategy(),
                fill.account(),
                fill.instrument(),
                fill.realizedPnl());
    }

    private Optional<Fill> ordersFill(Order order) {
        return entry.changes().stream()
                .filter(change -> change instanceof Change.FillAdded)
                .map(change -> ((Change.FillAdded) change).fill())
                .filter(fill -> fill.order().equals(order.id()))
                .findFirst();
    }

    private Optional<Position> positionAfter(Fill fill) {
        return entry.changes().stream()
                .filter(change -> change instanceof Change.PositionPut)
                .map(change -> ((Change.PositionPut) change).position())
                .filter(position -> position.key().instrument().equals(fill.instrument()))
                .filter(position -> position.key().strategy().equals(fill.strategy()))
                .findFirst();
    }
}
