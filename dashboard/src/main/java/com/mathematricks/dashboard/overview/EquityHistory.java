package com.mathematricks.dashboard.overview;

import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The closed days of all accounts together, as the engine wrote them.
@Component
final class EquityHistory {

    private static final String TOTAL = "total";

    /// More points than that no screen shows.
    private static final int MOST_DAYS = 750;

    private final MongoDatabase store;

    EquityHistory(MongoDatabase store) {
        this.store = store;
    }

    /// @param paidIn what was there at the start and all that was paid in since
    public record Day(
            @Nullable String date,
            @Nullable Instant at,
            @Nullable String currency,
            @Nullable BigDecimal equity,
            @Nullable BigDecimal paidIn) {}

    /// The oldest first.
    List<Day> days() {
        List<Day> newestFirst =
                store.getCollection(Collections.PNL_HISTORY)
                        .find(new Document("scope", TOTAL))
                        .sort(new Document("date", -1))
                        .limit(MOST_DAYS)
                        .map(document -> Documents.read(document, Day.class))
                        .into(new ArrayList<>());
        return newestFirst.reversed();
    }
}
