package com.mathematricks.engine.decision;

import com.mathematricks.engine.order.Order;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The orders that a decision cancels: what the broker may have is asked for, a step that was never
/// sent ends at once, and with it the steps that wait for it to do its work.
public final class Cancels {

    private final Situation situation;
    private final String reason;
    private final Map<ClientOrderId, Order> cancelled = new LinkedHashMap<>();

    public Cancels(Situation situation, String reason) {
        this.situation = situation;
        this.reason = reason;
    }

    public void add(Order order) {
        if (cancelled.containsKey(order.id())) {
            return;
        }
        if (order.mayBeAtBroker()) {
            cancelled.put(order.id(), order.cancelRequested(reason, situation.now()));
            return;
        }
        cancelled.put(order.id(), order.to(OrderStatus.CANCELLED, reason, situation.now()));
        situation
                .book()
                .working()
                .filter(waiting -> waiting.status() == OrderStatus.NEW)
                .filter(waiting -> waiting.needs(order))
                .toList()
                .forEach(this::add);
    }

    public List<Order> orders() {
        return List.copyOf(cancelled.values());
    }

    public boolean isEmpty() {
        return cancelled.isEmpty();
    }

    /// Those in an instrument whose end has to be waited for.
    List<ClientOrderId> toWaitFor(InstrumentId instrument) {
        var ids = new ArrayList<ClientOrderId>();
        for (Order order : cancelled.values()) {
            if (!order.isFinal() && order.terms().instrument().equals(instrument)) {
                ids.add(order.id());
            }
        }
        return ids;
    }
}
