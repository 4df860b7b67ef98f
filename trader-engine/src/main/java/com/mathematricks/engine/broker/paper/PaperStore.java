package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.service.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The paper broker's documents: in `paper_orders` one per client order id, in `paper_accounts` one
/// per account. Each step is one write of one document; a call without a clear answer is a
/// BrokerUnavailableException.
///
/// Beside the order's fields, a document has what it is found by: `openIn`, the account, while it
/// is open; `fillKey`, account and number of its last fill; `lastFillAt`.
final class PaperStore {

    static final String ORDERS = "paper_orders";
    static final String ACCOUNTS = "paper_accounts";

    private final MongoCollection<Document> orders;
    private final MongoCollection<Document> accounts;
    private final AccountId account;

    PaperStore(MongoDatabase store, AccountId account) {
        this.orders = store.getCollection(ORDERS);
        this.accounts = store.getCollection(ACCOUNTS);
        this.account = account;
    }

    void createIndexes() {
        answered(() -> {
            orders.createIndex(Indexes.ascending("openIn"));
            orders.createIndex(Indexes.ascending("fillKey"));
            return orders.createIndex(Indexes.ascending("lastFillAt"));
        });
    }

    /// @return false where the id is known already; nothing is stored then
    boolean insert(PaperOrder order) {
        return answered(() -> {
            try {
                orders.insertOne(document(order));
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    /// Replaces an open order.
    ///
    /// @return false where it was not open any more; nothing is stored then
    boolean replaceOpen(PaperOrder order) {
        Bson open =
                Filters.and(
                        Filters.eq("_id", order.id().value()),
                        Filters.eq("openIn", account.value()));
        return answered(() -> orders.replaceOne(open, document(order)).getMatchedCount() == 1);
    }

    Optional<PaperOrder> find(ClientOrderId id) {
        return orders(Filters.eq("_id", id.value())).stream().findFirst();
    }

    List<PaperOrder> open() {
        return orders(Filters.eq("openIn", account.value()));
    }

    /// Orders with fills after that number.
    List<PaperOrder> filledAfter(long number) {
        return orders(
                Filters.and(
                        Filters.gt("fillKey", fillKey(number)),
                        Filters.lte("fillKey", fillKey(Long.MAX_VALUE))));
    }

    List<PaperOrder> filledSince(Instant since) {
        return orders(Filters.gte("lastFillAt", Date.from(since)));
    }

    private List<PaperOrder> orders(Bson filter) {
        return answered(() -> {
            var found = new ArrayList<PaperOrder>();
            for (Document document : orders.find(filter)) {
                PaperOrder order = order(document);
                if (order.account().equals(account)) {
                    found.add(order);
                }
            }
            return found;
        });
    }

    Optional<PaperAccount> account() {
        return answered(() ->
                Optional.ofNullable(accounts.find(Filters.eq("_id", account.value())).first())
                        .map(document -> Documents.read(withId(document), PaperAccount.class)));
    }

    void save(PaperAccount saved) {
        answered(() ->
                accounts.replaceOne(
                        Filters.eq("_id", account.value()),
                        asStored(Documents.of(saved)),
                        new ReplaceOptions().upsert(true)));
    }

    private Document document(PaperOrder order) {
        Document document = asStored(Documents.of(order));
        if (order.isOpen()) {
            document.append("openIn", account.value());
        }
        if (!order.fills().isEmpty()) {
            PaperFill last = order.fills().getLast();
            document.append("fillKey", fillKey(last.number()))
                    .append("lastFillAt", Date.from(last.at()));
        }
        return document;
    }

    private String fillKey(long number) {
        return "%s/%019d".formatted(account, number);
    }

    private static PaperOrder order(Document document) {
        return Documents.read(withId(document), PaperOrder.class);
    }

    private static Document asStored(Document document) {
        Object id = document.remove("id");
        var stored = new Document("_id", id);
        stored.putAll(document);
        return stored;
    }

    private static Document withId(Document stored) {
        return stored.append("id", stored.get("_id"));
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw new BrokerUnavailableException(
                    "the paper broker's store gave no clear answer: " + e.getMessage(), e);
        }
    }
}
