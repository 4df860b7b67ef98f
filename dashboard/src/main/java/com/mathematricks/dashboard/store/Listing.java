package com.mathematricks.dashboard.store;

import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A collection as a list that is read page by page.
///
/// @param idField the name under which items show their `_id`
/// @param reader makes an item of a document that has its id under `idField` too
public record Listing<T>(
        String collection,
        String idField,
        PageOrder order,
        List<Filter> filters,
        Function<Document, T> reader) {

    public Listing {
        filters = List.copyOf(filters);
    }

    public static <T> Listing<T> of(
            String collection, String idField, PageOrder order, Class<T> type, Filter... filters) {
        return new Listing<>(
                collection,
                idField,
                order,
                List.of(filters),
                document -> Documents.read(document, type));
    }

    public Page<T> page(MongoDatabase store, ListQuery query) {
        List<Document> found =
                store.getCollection(collection)
                        .find(selection(query))
                        .sort(order.sort())
                        .limit(query.limit() + 1)
                        .into(new ArrayList<>());
        boolean more = found.size() > query.limit();
        List<Document> shown = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                shown.stream().map(this::item).toList(),
                more ? order.cursor(shown.getLast()) : null);
    }

    /// Reads along the list and keeps what is wanted, until the page is full or
    /// [Scan#MOST_LOOKED_AT] documents were looked at.
    ///
    /// @param selection what an index can answer; it may narrow the order's own field
    public Scan<T> scan(
            MongoDatabase store,
            Document selection,
            @Nullable String cursor,
            int limit,
            Predicate<Document> wanted) {
        var query = new Document(selection);
        Document place = cursor == null ? order.all() : order.after(cursor);
        place.forEach((field, range) -> query.merge(field, range, Listing::both));
        List<T> items = new ArrayList<>();
        int lookedAt = 0;
        @Nullable Document last = null;
        try (var found =
                store.getCollection(collection)
                        .find(query)
                        .sort(order.sort())
                        .limit(Scan.MOST_LOOKED_AT + 1)
                        .batchSize(Math.clamp(limit + 1L, 100, 500))
                        .iterator()) {
            while (found.hasNext()) {
                if (last != null && (items.size() == limit || lookedAt == Scan.MOST_LOOKED_AT)) {
                    return new Scan<>(items, order.cursor(last), items.size() < limit);
                }
                last = found.next();
                lookedAt++;
                if (wanted.test(last)) {
                    items.add(item(last));
                }
            }
        }
        return new Scan<>(items, null, false);
    }

    /// Two ranges over the same number as one, by the smaller of two upper bounds.
    private static Object both(Object range, Object place) {
        var both = new Document((Document) range);
        ((Document) place)
                .forEach((bound, number) ->
                        both.merge(
                                bound, number, (one, other) -> Math.min((long) one, (long) other)));
        return both;
    }

    /// All that have one of these values in an indexed field, in the list's order.
    public List<T> having(MongoDatabase store, String field, Collection<String> values) {
        return store.getCollection(collection)
                .find(new Document(field, new Document("$in", List.copyOf(values))))
                .sort(order.sort())
                .map(this::item)
                .into(new ArrayList<>());
    }

    private Document selection(ListQuery query) {
        var selection = new Document();
        for (Filter filter : filters) {
            @Nullable String value = query.filters().get(filter.name());
            if (value != null) {
                selection.append(filter.field(), value);
            }
        }
        String cursor = query.cursor();
        selection.putAll(cursor == null ? order.all() : order.after(cursor));
        return selection;
    }

    private T item(Document document) {
        var copy = new Document((Map<String, Object>) document);
        copy.putIfAbsent(idField, document.get("_id"));
        return reader.apply(copy);
    }
}
