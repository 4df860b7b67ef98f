package com.mathematricks.collector;

import com.mathematricks.collector.inbox.Order;
import com.mathematricks.collector.inbox.StoreUnavailableException;
import com.mathematricks.collector.inbox.StoredBacklog;
import com.mathematricks.collector.relay.SignalRelay;
import com.mathematricks.collector.webhook.RequestRing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/// What can be measured of the way from the webhook to the engine. Asked only when somebody reads.
final class CollectorMetrics implements MeterBinder {

    /// More are told as so many: the count stays cheap, and the alarm is the same.
    private static final int MOST = 10_000;

    private final StoredBacklog backlog;
    private final SignalRelay relay;
    private final Order order;
    private final RequestRing ring;

    CollectorMetrics(StoredBacklog backlog, SignalRelay relay, Order order, RequestRing ring) {
        this.backlog = backlog;
        this.relay = relay;
        this.order = order;
        this.ring = ring;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("trader.signals.waiting", this::waiting)
                .description("signals without an outcome, at most " + MOST)
                .register(registry);
        Gauge.builder("trader.signals.waiting.oldest", () -> relay.longestWait().toMillis() / 1e3)
                .description("for how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("trader.signals.received", order, Order::given)
                .description(
                        "signals that were given a number since the start, repeats and refused ones included")
                .register(registry);
        for (int status : RequestRing.STATUSES) {
            FunctionCounter.builder("trader.webhook.requests", ring, all -> all.answered(status))
                    .description("answers of the webhook since the start; 202 is taken")
                    .tag("status", String.valueOf(status))
                    .register(registry);
        }
    }

    /// Not a number while the store does not answer.
    private double waiting() {
        try {
            return backlog.size(MOST);
        } catch (StoreUnavailableException e) {
            return Double.NaN;
        }
    }
}
