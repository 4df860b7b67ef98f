package com.mathematricks.collector;

import com.mathematricks.collector.inbox.InboxOpening;
import com.mathematricks.collector.inbox.OutsideSignals;
import com.mathematricks.collector.inbox.PendingNotices;
import com.mathematricks.collector.relay.BackOff;
import com.mathematricks.collector.relay.ChangeWatch;
import com.mathematricks.collector.relay.Engine;
import com.mathematricks.collector.relay.EngineContact;
import com.mathematricks.collector.relay.EngineWatch;
import com.mathematricks.collector.relay.NoticeRelay;
import com.mathematricks.collector.relay.SignalRelay;
import com.mathematricks.collector.strategy.StrategyCache;
import com.mathematricks.collector.webhook.RequestRing;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.status.ServiceState;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.StoreWatch;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// What runs besides the webhook, from start to stop: waits for the store, then watches outside
/// writers and strategies, relays, and tells how it is.
@Component
final class CollectorLife implements SmartLifecycle {

    private static final Duration LOOK_FOR_SIGNALS = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_STRATEGIES = Duration.ofSeconds(5);

    private static final Document NEW_OUTSIDE_DOCUMENT =
            new Document(
                    "$match",
                    new Document("operationType", "insert")
                            .append("fullDocument.intake.sequence", null));

    private final SignalRelay relay;
    private final RequestRing ring;
    private final Heartbeat heartbeat;
    private final Opening opening;
    private final ChangeWatch signals;
    private final ChangeWatch settings;
    private final EngineWatch engineWatch;
    private volatile boolean running;

    CollectorLife(
            MongoDatabase store,
            Clock clock,
            Random random,
            InboxOpening inbox,
            StrategyCache strategies,
            OutsideSignals outside,
            SignalRelay relay,
            Engine engine,
            EngineContact contact,
            RequestRing ring,
            StoreWatch watch) {
        this.relay = relay;
        this.ring = ring;
        engineWatch =
                new EngineWatch(
                        engine, contact, new NoticeRelay(new PendingNotices(store), engine));
        heartbeat =
                new Heartbeat(
                        store,
                        "signal-collector",
                        () ->
                                new ServiceState(
                                        contact.trouble() == null ? "UP" : "DEGRADED",
                                        contact.lastDid()));
        opening = new Opening(inbox, watch, new BackOff(random), this::begin);
        signals =
                new ChangeWatch(
                        Collections.TRADING_SIGNALS,
                        store.getCollection(Collections.TRADING_SIGNALS),
                        List.of(NEW_OUTSIDE_DOCUMENT),
                        () -> {
                            outside.takeAll();
                            relay.wakeAll();
                        },
                        LOOK_FOR_SIGNALS,
                        clock,
                        random);
        settings =
                new ChangeWatch(
                        Collections.STRATEGIES,
                        store.getCollection(Collections.STRATEGIES),
                        List.of(),
                        strategies::reload,
                        LOOK_FOR_STRATEGIES,
                        clock,
                        random);
    }

    @Override
    public void start() {
        running = true;
        ring.start();
        heartbeat.start();
        opening.start();
    }

    private synchronized void begin() {
        if (running) {
            settings.start();
            relay.start();
            signals.start();
            engineWatch.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        opening.close();
        signals.close();
        settings.close();
        engineWatch.close();
        relay.close();
        ring.close();
        heartbeat.close();
    }

    /// Before the web server, and stopped after it has let go of its last request.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
