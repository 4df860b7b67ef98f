package com.mathematricks.dashboard.performance;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The uploaded backtests, one for a strategy.
@Component
final class Backtests {

    private final MongoCollection<Document> backtests;

    Backtests(MongoDatabase store) {
        this.backtests = store.getCollection(Collections.BACKTESTS);
    }

    Optional<Backtest> of(String strategy) {
        return Optional.ofNullable(backtests.find(Filters.eq("_id", strategy)).first())
                .map(Backtests::read);
    }

    /// In place of the one before.
    void save(Backtest backtest) {
        List<Document> returns =
                backtest.returns().stream()
                        .map(day ->
                                new Document("date", day.date().toString())
                                        .append("return", day.value()))
                        .toList();
        backtests.replaceOne(
                Filters.eq("_id", backtest.strategy()),
                new Document("_id", backtest.strategy())
                        .append("uploadedAt", Date.from(backtest.uploadedAt()))
                        .append("file", backtest.file())
                        .append("returns", returns),
                new ReplaceOptions().upsert(true));
    }

    void remove(String strategy) {
        backtests.deleteOne(Filters.eq("_id", strategy));
    }

    private static Backtest read(Document document) {
        return new Backtest(
                document.getString("_id"),
                document.getDate("uploadedAt").toInstant(),
                document.getString("file"),
                document.getList("returns", Document.class).stream()
                        .map(day ->
                                new DailyReturn(
                                        LocalDate.parse(day.getString("date")),
                                        day.get("return", Number.class).doubleValue()))
                        .toList());
    }
}
