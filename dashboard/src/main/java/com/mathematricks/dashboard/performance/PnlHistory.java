package com.mathematricks.dashboard.performance;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.springframework.stereotype.Component;

/// The days that the engine closed, oldest first.
@Component
public final class PnlHistory {

    /// Of all accounts together.
    public static final String TOTAL = "total";

    private final MongoDatabase store;

    PnlHistory(MongoDatabase store) {
        this.store = store;
    }

    public static String strategy(String name) {
        return "strategy " + name;
    }

    public List<PnlDay> days(String scope) {
        return store.getCollection(Collections.PNL_HISTORY)
                .find(Filters.eq("scope", scope))
                .sort(Sorts.ascending("date"))
                .map(PnlDay::of)
                .into(new ArrayList<>());
    }

    public Optional<PnlDay> newest(String scope) {
        return Optional.ofNullable(
                        store.getCollection(Collections.PNL_HISTORY)
                                .find(Filters.eq("scope", scope))
                                .sort(Sorts.descending("date"))
                                .limit(1)
                                .first())
                .map(PnlDay::of);
    }

    /// Those that are defined.
    public static List<DailyReturn> returns(List<PnlDay> days) {
        return days.stream().flatMap(day -> day.dailyReturn().stream()).toList();
    }

    /// From the day on, without the money.
    List<DailyReturn> returns(String scope, LocalDate from) {
        var returns = new ArrayList<DailyReturn>();
        store.getCollection(Collections.PNL_HISTORY)
                .find(Filters.and(Filters.eq("scope", scope), Filters.gte("date", from.toString())))
                .projection(Projections.include("date", "return"))
                .sort(Sorts.ascending("date"))
                .forEach(day -> {
                    Decimal128 growth = day.get("return", Decimal128.class);
                    if (growth != null) {
                        returns.add(returned(day, growth));
                    }
                });
        return returns;
    }

    private static DailyReturn returned(Document day, Decimal128 growth) {
        return new DailyReturn(
                LocalDate.parse(day.getString("date")), growth.bigDecimalValue().doubleValue());
    }
}
