package com.mathematricks.engine.store;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Decimal128;

/// Writes what positions and accounts are worth now beside their derived documents. Only what
/// changed is written; these marks are the one thing there that the journal does not hold.
public final class MarkedValues {

    /// @param worth fields to set; equal fields need no write
    public record Marked(String collection, String id, Document worth, Instant at) {}

    private final MongoDatabase store;
    private final Map<String, Document> written = new HashMap<>();

    public MarkedValues(MongoDatabase store) {
        this.store = store;
    }

    /// @param prices what the positions of a strategy are marked by
    public static List<Marked> of(
            Book book,
            Valuation valuation,
            BiFunction<InstrumentId, StrategyName, Optional<KnownPrice>> prices,
            Instant now) {
        var marked = new ArrayList<Marked>();
        for (Position position : book.positions()) {
            var worth =
                    new Document(
                            "unrealizedPnl",
                            new Decimal128(valuation.unrealizedPnl(position).amount()));
            position.averagePrice()
                    .ifPresent(average -> {
                        Price mark = valuation.markOr(position, average);
                        worth.append("markPrice", new Decimal128(mark.value()));
                        worth.putAll(
                                origin(
                                        prices.apply(
                                                position.key().instrument(),
                                                position.key().strategy()),
                                        now));
                    });
            marked.add(new Marked(Collections.POSITIONS, position.key().toString(), worth, now));
        }
        for (AccountBalance balance : book.balances()) {
            Money unrealized = valuation.unrealizedPnl(balance.id(), balance);
            marked.add(
                    new Marked(
                            Collections.ACCOUNTS,
                            balance.id().value(),
                            new Document("unrealizedPnl", new Decimal128(unrealized.amount()))
                                    .append(
                                            "equity",
                                            new Decimal128(valuation.equity(balance).amount()))
                                    .append("state", accountState(book, balance)),
                            now));
        }
        return marked;
    }

    /// Stale too where no price is known at all.
    private static Document origin(Optional<KnownPrice> price, Instant now) {
        var origin =
                new Document("priceStale", price.filter(known -> known.isFresh(now)).isEmpty());
        price.ifPresent(known ->
                origin.append("priceSource", known.source().name())
                        .append("pricedAt", Date.from(known.at())));
        return origin;
    }

    private static String accountState(Book book, AccountBalance balance) {
        return book.state(StateScope.of(balance.id()))
                .map(state -> state.state().name())
                .orElse("ACTIVE");
    }

    /// Called by one thread.
    public void write(List<Marked> marked) {
        marked.stream()
                .filter(mark -> !mark.worth().equals(written.get(key(mark))))
                .collect(Collectors.groupingBy(Marked::collection))
                .forEach(this::writeTogether);
    }

    private void writeTogether(String collection, List<Marked> marked) {
        int matched =
                store.getCollection(collection)
                        .bulkWrite(
                                marked.stream().map(MarkedValues::model).toList(),
                                new BulkWriteOptions().ordered(false))
                        .getMatchedCount();
        // Where a document is not derived yet, all are written again next time.
        if (matched == marked.size()) {
            marked.forEach(mark -> written.put(key(mark), mark.worth()));
        }
    }

    private static WriteModel<Document> model(Marked mark) {
        var set = new Document(mark.worth()).append("markedAt", Date.from(mark.at()));
        return new UpdateOneModel<>(Filters.eq("_id", mark.id()), new Document("$set", set));
    }

    private static String key(Marked mark) {
        return mark.collection() + "/" + mark.id();
    }
}
