package com.mathematricks.notifier.watch;

import com.mathematricks.notifier.delivery.Pictures;
import com.mathematricks.notifier.message.Amounts;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures of the total equity of the last days. A message goes without one rather than not at
/// all: a machine without fonts cannot draw.
public final class EquityPictures implements Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(EquityPictures.class);

    /// About half a year of business days.
    private static final int MOST_DAYS = 130;

    private final MongoDatabase store;

    public EquityPictures(MongoDatabase store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] upTo(String date) {
        List<EquityPicture.Day> days = new ArrayList<>();
        String currency = "";
        for (Document day :
                store.getCollection(Collections.PNL_HISTORY)
                        .find(Filters.and(Filters.eq("scope", "total"), Filters.lte("date", date)))
                        .sort(Sorts.descending("date"))
                        .limit(MOST_DAYS)
                        .into(new ArrayList<>())) {
            BigDecimal equity = Amounts.number(day, "equity");
            if (equity != null) {
                days.addFirst(
                        new EquityPicture.Day(
                                LocalDate.parse(day.getString("date")), equity.doubleValue()));
                currency = day.getString("currency");
            }
        }
        if (days.size() < 2) {
            return null;
        }
        try {
            return EquityPicture.png(days, currency);
        } catch (RuntimeException | LinkageError | InternalError e) {
            LOG.warn("no picture could be drawn, is fontconfig installed? {}", e.toString());
            return null;
        }
    }
}
