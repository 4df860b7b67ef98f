package com.mathematricks.notifier.command;

import com.mathematricks.notifier.message.Text;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/// Why a signal was traded or not: the decision with every check, and what became of its orders.
final class Why {

    private static final int MOST = 5;

    private static final String RESTORED =
            "It came back with a backup, in which it had no outcome. What came after the backup is unknown: it may have been traded then. The dashboard's page of the signal can send it again.";

    private final MongoDatabase store;

    Why(MongoDatabase store) {
        this.store = store;
    }

    /// @param id the sender's id of the signal, or its key
    Text explain(String id) {
        if (id.isEmpty()) {
            return new Text(
                    "Which signal?", "Write /why and its id; /signals shows the latest ones.");
        }
        List<Document> found = signals(id);
        if (found.isEmpty()) {
            return new Text(
                    "No signal " + id + " is known", "/signals shows the ids of the latest ones.");
        }
        if (found.size() > 1) {
            return new Text(
                    "Several strategies used the id " + id,
                    found.stream().map(signal -> "/why " + key(signal)).toList());
        }
        return explain(found.getFirst());
    }

    private List<Document> signals(String id) {
        var signals = store.getCollection(Collections.TRADING_SIGNALS);
        List<Document> byKey =
                signals.find(Filters.eq("intake.key", id)).limit(MOST).into(new ArrayList<>());
        return byKey.isEmpty()
                ? signals.find(Filters.eq("intake.signalId", id))
                        .limit(MOST)
                        .into(new ArrayList<>())
                : byKey.subList(0, 1);
    }

    private static String key(Document signal) {
        return Objects.requireNonNullElse(intake(signal).getString("key"), "–");
    }

    private static Document intake(Document signal) {
        return signal.get("intake", new Document());
    }

    private Text explain(Document signal) {
        Document intake = intake(signal);
        String key = key(signal);
        Document decision =
                store.getCollection(Collections.SIGNAL_DECISIONS)
                        .find(Filters.eq("_id", key))
                        .first();
        if (decision == null) {
            Document error = intake.get("error", new Document());
            return new Text(
                    "Signal %s: %s"
                            .formatted(intake.getString("signalId"), intake.getString("status")),
                    Objects.requireNonNullElse(
                            error.getString("text"),
                            "RESTORED".equals(intake.getString("status"))
                                    ? RESTORED
                                    : "There is no decision about it."));
        }
        var lines = new ArrayList<String>();
        lines.add("%s [%s]".formatted(decision.getString("reason"), decision.getString("code")));
        for (Document check : decision.getList("checks", Document.class, List.of())) {
            lines.add(
                    "%s %s: %s"
                            .formatted(
                                    check.getBoolean("passed", false) ? "✓" : "✗",
                                    check.getString("code"),
                                    check.getString("text")));
        }
        decision.getList("sizing", String.class, List.of())
                .forEach(line -> lines.add("Size: " + line));
        orders(key).forEach(order -> lines.add("Order: " + Answers.order(order)));
        return new Text(
                "Signal %s of %s: %s"
                        .formatted(
                                decision.getString("signalId"),
                                decision.getString("strategy"),
                                decision.getString("outcome")),
                lines);
    }

    private Stream<Document> orders(String key) {
        return store
                .getCollection(Collections.ORDERS)
                .find(Filters.eq("signalKey", key))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>())
                .stream();
    }
}
