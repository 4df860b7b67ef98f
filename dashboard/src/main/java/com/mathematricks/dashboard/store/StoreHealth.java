package com.mathematricks.dashboard.store;

import com.mathematricks.service.store.StoreWatch;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Ready while the store answers and has been prepared. Asks by `ping`, which every store knows.
public final class StoreHealth implements HealthIndicator {

    private final MongoDatabase store;
    private final StorePreparation preparation;
    private final StoreWatch watch;

    public StoreHealth(MongoDatabase store, StorePreparation preparation, StoreWatch watch) {
        this.watch = watch;
        this.store = store;
        this.preparation = preparation;
    }

    @Override
    public Health health() {
        try {
            store.runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            return Health.down()
                    .withDetail("waitingFor", watch.trouble().orElse("MongoDB"))
                    .build();
        }
        return (preparation.isDone() ? Health.up() : Health.outOfService()).build();
    }
}
