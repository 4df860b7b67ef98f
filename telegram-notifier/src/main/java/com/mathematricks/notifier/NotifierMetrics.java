package com.mathematricks.notifier;

import com.mathematricks.notifier.outbox.Notifications;
import com.mathematricks.notifier.watch.ServiceWatch;
import com.mongodb.MongoException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/// What can be measured of the way to the phone, and who gives a sign of life. Asked only when
/// somebody reads.
final class NotifierMetrics implements MeterBinder {

    /// More are told as so many: the count stays cheap, and the alarm is the same.
    private static final int MOST = 10_000;

    private final Notifications notifications;
    private final ServiceWatch services;

    NotifierMetrics(Notifications notifications, ServiceWatch services) {
        this.notifications = notifications;
        this.services = services;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("trader.notifications.waiting", this::waiting)
                .description("messages that Telegram has not taken yet, at most " + MOST)
                .register(registry);
        FunctionCounter.builder("trader.notifications.failed", notifications, Notifications::failed)
                .description("messages that were given up since the start")
                .register(registry);
        for (String service : ServiceWatch.SERVICES) {
            Gauge.builder("trader.service.up", () -> up(service))
                    .description("1 where the service gave a sign of life within 30 s")
                    .tag("service", service)
                    .register(registry);
        }
    }

    private double up(String service) {
        return services.lives(service).map(lives -> lives ? 1.0 : 0.0).orElse(Double.NaN);
    }

    /// Not a number while the store does not answer.
    private double waiting() {
        try {
            return notifications.waiting(MOST);
        } catch (MongoException e) {
            return Double.NaN;
        }
    }
}
