package com.mathematricks.collector.relay;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the engine can be reached, as last seen; says so in the log when that changes.
public final class EngineContact {

    private static final Logger LOG = LoggerFactory.getLogger(EngineContact.class);

    private final Clock clock;
    private @Nullable Trouble trouble;
    private String lastDid = "";

    public record Trouble(Instant since, String why) {}

    public EngineContact(Clock clock) {
        this.clock = clock;
    }

    synchronized void answered() {
        if (trouble != null) {
            LOG.info("the engine answers again, it was away since {}", trouble.since());
        }
        trouble = null;
    }

    synchronized void away(String why) {
        if (trouble == null) {
            LOG.warn("signals wait for the engine: {}", why);
            trouble = new Trouble(clock.instant(), why);
        } else {
            trouble = new Trouble(trouble.since(), why);
        }
    }

    /// Null while all is well.
    public synchronized @Nullable Trouble trouble() {
        return trouble;
    }

    synchronized void did(String what) {
        lastDid = clock.instant() + " " + what;
    }

    public synchronized String lastDid() {
        return lastDid;
    }
}
