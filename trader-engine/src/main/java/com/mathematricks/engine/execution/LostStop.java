package com.mathematricks.engine.execution;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import java.util.Optional;

/// A stop that ended without having filled and without our asking: what it was to protect is
/// without it, which a person has to know.
final class LostStop {

    private LostStop() {}

    static Optional<Change> told(Order ended, Optional<Position> position) {
        boolean lost =
                ended.terms().role() == OrderRole.STOP
                        && ended.status() != OrderStatus.FILLED
                        && !ended.progress().cancelRequested()
                        && Overhang.closableBy(ended, position, Quantity.ZERO).isPositive();
        return lost
                ? Optional.of(
                        new Change.Noted(
                                "STOP_LOST",
                                "StopLost: order %s (%s %s %s) ended %s (%s); what is held, %s, is without this stop. Send another one or close"
                                        .formatted(
                                                ended.id(),
                                                ended.terms().side(),
                                                ended.remaining(),
                                                ended.terms().instrument(),
                                                ended.status(),
                                                ended.progress().reason(),
                                                position.map(Position::quantity).orElseThrow()),
                                ended.strategy(),
                                ended.account()))
                : Optional.empty();
    }
}
