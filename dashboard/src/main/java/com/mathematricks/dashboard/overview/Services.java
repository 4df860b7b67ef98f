package com.mathematricks.dashboard.overview;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.service.store.Collections;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The services that have ever run on this store.
@Component
public final class Services {

    public static final Listing<ServiceStatus> LISTING =
            Listing.of(Collections.SERVICE_STATUS, "name", PageOrder.byId(), ServiceStatus.class);

    private final ListSource source;

    Services(ListSource source) {
        this.source = source;
    }

    public Page<ServiceStatus> page(ListQuery query) {
        Instant now = source.clock().instant();
        return LISTING.page(source, query).map(status -> status.asOf(now));
    }
}
