package com.mathematricks.collector;

import com.mathematricks.collector.inbox.InboxOpening;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Ready when signals can be stored.
@Component("storeHealthIndicator")
final class StoreHealth implements HealthIndicator {

    private static final int LIMIT_SECONDS = 1;

    private final MongoDatabase store;
    private final InboxOpening opening;

    StoreHealth(MongoDatabase store, InboxOpening opening) {
        this.store = store.withTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
        this.opening = opening;
    }

    @Override
    public Health health() {
        if (!opening.isDone()) {
            return Health.down().withDetail("waitingFor", "MongoDB").build();
        }
        try {
            store.runCommand(new Document("ping", 1));
            return Health.up().build();
        } catch (MongoException e) {
            return Health.down().withDetail("error", e.getClass().getSimpleName()).build();
        }
    }
}
