package com.mathematricks.collector.relay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the engine every few seconds, so that its absence shows before a signal has to wait,
/// and tells it what it has not been told.
public final class EngineWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineWatch.class);
    private static final int PERIOD_SECONDS = 2;

    private final Engine engine;
    private final EngineContact contact;
    private final NoticeRelay notices;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("engine-watch").factory());

    public EngineWatch(Engine engine, EngineContact contact, NoticeRelay notices) {
        this.engine = engine;
        this.contact = contact;
        this.notices = notices;
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (engine.isReady()) {
                contact.answered();
                notices.tellAll();
            } else {
                contact.away("it is not ready");
            }
        } catch (RuntimeException e) {
            LOG.warn("looking at the engine failed: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
