package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerFill;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.dashboard.store.Scan;
import com.mathematricks.model.signal.SignalStatus;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads signals together with their decisions, orders and fills.
@Component
public final class SignalStories {

    private static final String SEQUENCE = "intake.sequence";

    /// Those that the collector has seen, whoever wrote them. One that it has not seen is not
    /// shown, because nobody has masked its secrets yet.
    public static final Listing<ReceivedSignal> LISTING =
            new Listing<>(
                    Collections.TRADING_SIGNALS,
                    "_id",
                    PageOrder.newestByNumber(SEQUENCE, "signal-collector"),
                    List.of(
                            Filter.on("strategy", "intake.strategy"),
                            Filter.on("status", "intake.status", SignalStatus.class),
                            Filter.onFew("key", "intake.key"),
                            Filter.onFew("id", "intake.signalId")),
                    ReceivedSignal::of);

    /// Their numbers, by the time at which they came in.
    private static final Listing<Long> RECEIVED =
            new Listing<>(
                    Collections.TRADING_SIGNALS,
                    "_id",
                    PageOrder.newestByTime("intake.receivedAt"),
                    List.of(),
                    document ->
                            document.getEmbedded(List.of("intake", "sequence"), Number.class)
                                    .longValue());

    private final ListSource source;
    private final Ledger ledger;

    SignalStories(ListSource source, Ledger ledger) {
        this.source = source;
        this.ledger = ledger;
    }

    public Page<SignalStory> page(ListQuery query) {
        Page<ReceivedSignal> page = LISTING.page(source, query);
        return new Page<>(stories(page.items()), page.next());
    }

    /// What a person looks for, a page of it.
    Scan<SignalStory> search(SignalSearch search) {
        Document selection = search.selection();
        Instant since = search.since();
        Instant until = search.until();
        @Nullable String cursor = search.cursor();
        if (since != null) {
            selection.append(SEQUENCE, new Document("$gte", firstSequence(since)));
        }
        if (until != null && cursor == null) {
            cursor = PageOrder.numberedFrom(firstSequence(until) - 1);
        }
        return LISTING.scan(source, selection, cursor, search.limit(), search.wanted())
                .withItems(this::stories);
    }

    /// Signals are numbered as they come in, so a day is a range of numbers.
    private long firstSequence(Instant time) {
        var before = new ListQuery(PageOrder.before(time), 1, Map.of());
        return RECEIVED.page(source, before).items().stream()
                .map(last -> last + 1)
                .findFirst()
                .orElse(1L);
    }

    /// The newest signals, for a glance.
    public List<SignalStory> latest(int most) {
        return page(ListQuery.first(most)).items();
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
            source.database()
                    .getCollection(Collections.SIGNAL_DECISIONS)
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
