package com.mathematricks.engine.event;

import com.mathematricks.model.event.TradingEvent;
import com.mathematricks.service.json.Json;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.messaging.support.MessageBuilder;

/// Events over Spring Cloud Stream. With RabbitMQ an event counts as stored only when the broker
/// confirmed it and did not return it: that `send` returned true proves nothing.
public final class StreamEventPublisher implements EventPublisher {

    static final String BINDING = "tradingEvents-out-0";
    private static final int CONFIRM_SECONDS = 5;

    private final StreamBridge bridge;
    private final boolean confirmed;

    /// @param confirmed true where the binder's broker confirms what it has stored; false where the
    ///   send itself returns only after the consumer has taken it
    public StreamEventPublisher(StreamBridge bridge, boolean confirmed) {
        this.bridge = bridge;
        this.confirmed = confirmed;
    }

    @Override
    public void publish(TradingEvent event) {
        var correlation = new CorrelationData(event.id().value());
        var message = MessageBuilder.withPayload(Json.MAPPER.writeValueAsBytes(event));
        if (confirmed) {
            message.setHeader(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION, correlation);
        }
        if (!bridge.send(BINDING, message.build())) {
            throw new IllegalStateException("event " + event.id() + " was not sent");
        }
        if (confirmed) {
            await(correlation);
        }
    }

    private static void await(CorrelationData correlation) {
        try {
            var confirm = correlation.getFuture().get(CONFIRM_SECONDS, TimeUnit.SECONDS);
            if (!confirm.ack() || correlation.getReturned() != null) {
                throw new IllegalStateException(
                        "event %s was refused: %s"
                                .formatted(correlation.getId(), confirm.reason()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "event %s was not confirmed".formatted(correlation.getId()), e);
        }
    }
}
