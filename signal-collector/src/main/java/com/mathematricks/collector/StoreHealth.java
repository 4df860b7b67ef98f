package com.mathematricks.collector;

import com.mathematricks.collector.inbox.InboxOpening;
import com.mathematricks.service.store.StoreWatch;
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
    private final StoreWatch watch;

    StoreHealth(MongoDatabase store, InboxOpening opening, StoreWatch watch) {
        this.watch = watch;
        this.store = store.withTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
        this.opening = opening;
    }

    @Override
    public Health health() {
        if (!opening.isDone()) {
            return down("MongoDB");
        }
        try {
            store.runCommand(new Document("ping", 1));
            return Health.up().build();
        } catch (MongoException e) {
            return down(e.getClass().getSimpleName());
        }
    }

    private Health down(String otherwise) {
        return Health.down().withDetail("waitingFor", watch.trouble().orElse(otherwise)).build();
    }
}
