package com.mathematricks.engine.event;

import com.mathematricks.model.event.TradingEvent;

/// Hands one event over. Returns when it is stored by the message broker, or was taken by all who
/// listen; throws where that is not certain, and the event then comes again.
@FunctionalInterface
public interface EventPublisher {

    void publish(TradingEvent event);
}
