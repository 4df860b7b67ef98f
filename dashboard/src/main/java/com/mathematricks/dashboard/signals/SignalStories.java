package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerFill;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.model.signal.SignalStatus;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Reads signals together with their decisions, orders and fills.
@Component
public final class SignalStories {

    /// Those that the collector has seen, whoever wrote them. One that it has not seen is not
    /// shown, because nobody has masked its secrets yet.
    public static final Listing<ReceivedSignal> LISTING =
            new Listing<>(
                    Collections.TRADING_SIGNALS,
                    "_id",
                    PageOrder.newestByNumber("intake.sequence"),
                    List.of(
                            Filter.on("strategy", "intake.strategy"),
                            Filter.on("status", "intake.status", SignalStatus.class),
                            Filter.on("key", "intake.key"),
                            Filter.on("id", "intake.signalId")),
                    ReceivedSignal::of);

    private final MongoDatabase store;
    private final Ledger ledger;

    SignalStories(MongoDatabase store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    public Page<SignalStory> page(ListQuery query) {
        Page<ReceivedSignal> page = LISTING.page(store, query);
        return new Page<>(stories(page.items()), page.next());
    }

    /// Three queries, however many signals.
    List<SignalStory> stories(List<ReceivedSignal> signals) {
        Map<String, Decision> decisions =
                decisions(
                        signals.stream()
                                .map(ReceivedSignal::decidedKey)
                                .filter(Objects::nonNull)
                                .toList());
        List<String> traded =
                decisions.entrySet().stream()
                        .filter(decision -> !"DENIED".equals(decision.getValue().outcome()))
                        .map(Map.Entry::getKey)
                        .toList();
        Map<String, List<LedgerOrder>> orders = ledger.ordersOf(traded);
        Map<String, List<LedgerFill>> fills = ledger.fillsOf(traded);
        return signals.stream()
                .map(signal -> {
                    String key = String.valueOf(signal.decidedKey());
                    return signal.story(
                            decisions.get(key),
                            orders.getOrDefault(key, List.of()),
                            fills.getOrDefault(key, List.of()));
                })
                .toList();
    }

    private Map<String, Decision> decisions(List<String> keys) {
        Map<String, Decision> decisions = new HashMap<>();
        if (!keys.isEmpty()) {
            store.getCollection(Collections.SIGNAL_DECISIONS)
                    .find(new Document("_id", new Document("$in", keys)))
                    .into(new ArrayList<>())
                    .forEach(document ->
                            decisions.put(
                                    document.getString("_id"),
                                    Documents.read(document, Decision.class)));
        }
        return decisions;
    }
}
