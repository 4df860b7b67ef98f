package com.mathematricks.notifier.watch;

import static com.mathematricks.notifier.message.Amounts.money;
import static com.mathematricks.notifier.message.Amounts.number;
import static com.mathematricks.notifier.message.Amounts.percent;
import static com.mathematricks.notifier.message.Amounts.signed;

import com.mathematricks.notifier.message.Message;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Tells of each day that the engine closed, once.
public final class DailySummary {

    /// An older day is no news: the notifier was set up, or was away.
    private static final Duration NEWS = Duration.ofDays(4);

    private static final String TOTAL = "total";

    private final MongoDatabase store;
    private final Messenger messenger;
    private final Clock clock;
    private @Nullable String told;

    public DailySummary(MongoDatabase store, Messenger messenger, Clock clock) {
        this.store = store;
        this.messenger = messenger;
        this.clock = clock;
    }

    /// Every minute or so.
    public void look() {
        Document day =
                store.getCollection(Collections.PNL_HISTORY)
                        .find(Filters.eq("scope", TOTAL))
                        .sort(Sorts.descending("date"))
                        .limit(1)
                        .first();
        if (day == null || day.getString("date").equals(told)) {
            return;
        }
        String date = day.getString("date");
        Instant closedAt = day.getDate("at").toInstant();
        if (!closedAt.isBefore(clock.instant().minus(NEWS))) {
            messenger.send("summary:" + date, closedAt, message(day, date));
        }
        told = date;
    }

    private Message message(Document day, String date) {
        String currency = day.getString("currency");
        var lines = new ArrayList<String>();
        lines.add(
                "P&L %s %s (%s), equity %s %s."
                        .formatted(
                                signed(day, "pnl"),
                                currency,
                                percent(number(day, "return")),
                                money(day, "equity"),
                                currency));
        BigDecimal flows = number(day, "flows");
        if (flows != null && flows.signum() != 0) {
            lines.add("Paid in or out: %s %s.".formatted(signed(flows), currency));
        }
        for (Document strategy : strategies(date)) {
            lines.add(
                    "%s: %s %s (%s)"
                            .formatted(
                                    strategy.getString("scope").substring("strategy ".length()),
                                    signed(strategy, "pnl"),
                                    strategy.getString("currency"),
                                    percent(number(strategy, "return"))));
        }
        return new Message(
                MessageKind.SUMMARY, new Text("Day " + date, lines), LocalDate.parse(date));
    }

    private List<Document> strategies(String date) {
        List<String> ids = new ArrayList<>();
        store.getCollection(Collections.STRATEGIES)
                .find()
                .forEach(one -> ids.add("strategy %s|%s".formatted(one.getString("_id"), date)));
        return store.getCollection(Collections.PNL_HISTORY)
                .find(Filters.in("_id", ids))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }
}
