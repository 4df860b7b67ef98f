package com.mathematricks.notifier.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Lets go of messages that are over for a quarter of a year: at night, when New York sleeps and no
/// day is closed, and a few at a time. Those that failed stay.
public final class Forgetting {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int HOUR = 7;
    private static final int AT_ONCE = 500;

    private final Notifications notifications;
    private final Clock clock;

    public Forgetting(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /// Every minute or so.
    public void look() {
        Instant now = clock.instant();
        if (now.atOffset(ZoneOffset.UTC).getHour() == HOUR) {
            notifications.forget(now.minus(KEPT), AT_ONCE);
        }
    }
}
