package com.mathematricks.service.outage;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a service waits for, told in one line: at once, again when the cause is another, and ever
/// more seldom while it lasts; then that it is over.
public final class Outage {

    static final Duration FIRST_REMINDER = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final String what;
    private final LongSupplier nanos;
    private @Nullable String cause;
    private long since;
    private long next;
    private long pause;

    /// @param what for example `MongoDB at mongodb:27017`
    /// @param nanos of a clock that nobody sets, as `System.nanoTime`
    public Outage(String what, LongSupplier nanos) {
        this.what = what;
        this.nanos = nanos;
    }

    /// It is not there, as of now.
    ///
    /// @param why the same words as long as it is the same cause
    public synchronized void lasts(String why) {
        long now = nanos.getAsLong();
        boolean begins = cause == null;
        boolean changed = !Objects.equals(cause, why);
        cause = why;
        if (begins) {
            since = now;
        }
        if (changed) {
            pause = FIRST_REMINDER.toNanos();
        } else if (now - next < 0) {
            return;
        } else {
            pause = Math.min(2 * pause, LONGEST.toNanos());
        }
        next = now + pause;
        LOG.warn("waiting for {}: {}{}", what, why, begins ? "" : lasted(now));
    }

    private String lasted(long now) {
        return " (for %d s now)".formatted(Duration.ofNanos(now - since).toSeconds());
    }

    /// It answers.
    public synchronized void isOver() {
        if (cause != null) {
            LOG.info(
                    "{} answers again, after {} s",
                    what,
                    Duration.ofNanos(nanos.getAsLong() - since).toSeconds());
            cause = null;
        }
    }

    /// For a person; null while all is well.
    public synchronized @Nullable String text() {
        return cause == null ? null : what + ": " + cause;
    }
}
