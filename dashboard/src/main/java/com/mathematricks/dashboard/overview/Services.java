package com.mathematricks.dashboard.overview;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The services that have ever run on this store.
@Component
public final class Services {

    public static final Listing<ServiceStatus> LISTING =
            Listing.of(Collections.SERVICE_STATUS, "name", PageOrder.byId(), ServiceStatus.class);

    private final MongoDatabase store;
    private final Clock clock;

    Services(MongoDatabase store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Page<ServiceStatus> page(ListQuery query) {
        Instant now = clock.instant();
        return LISTING.page(store, query).map(status -> status.asOf(now));
    }
}
