package com.mathematricks.dashboard.store;

import com.mathematricks.service.store.Documents;
import com.mongodb.client.FindIterable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
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

    public Page<T> page(ListSource source, ListQuery query) {
        Document selection = selection(query);
        var stretches = stretches(source, selection, query.cursor());
        List<Document> found = new ArrayList<>();
        while (stretches.hasNext() && found.size() <= query.limit()) {
            find(source, selection, stretches.next())
                    .limit(query.limit() + 1 - found.size())
                    .into(found);
        }
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
            ListSource source,
            Document selection,
            @Nullable String cursor,
            int limit,
            Predicate<Document> wanted) {
        var stretches = stretches(source, selection, cursor);
        List<T> items = new ArrayList<>();
        int lookedAt = 0;
        @Nullable Document last = null;
        while (stretches.hasNext()) {
            try (var found =
                    find(source, selection, stretches.next())
                            .limit(Scan.MOST_LOOKED_AT + 1 - lookedAt)
                            .batchSize(Math.clamp(limit + 1L, 100, 500))
                            .iterator()) {
                while (found.hasNext()) {
                    if (last != null
                            && (items.size() == limit || lookedAt == Scan.MOST_LOOKED_AT)) {
                        return new Scan<>(items, order.cursor(last), items.size() < limit);
                    }
                    last = found.next();
                    lookedAt++;
                    if (wanted.test(last)) {
                        items.add(item(last));
                    }
                }
            }
        }
        return new Scan<>(items, null, false);
    }

    private Iterator<Document> stretches(
            ListSource source, Document selection, @Nullable String cursor) {
        boolean few =
                filters.stream()
                        .filter(Filter::leavesFew)
                        .anyMatch(filter -> selection.containsKey(filter.field()));
        return few ? List.of(order.behind(cursor)).iterator() : order.stretches(source, cursor);
    }

    private FindIterable<Document> find(ListSource source, Document selection, Document stretch) {
        var query = new Document(selection);
        stretch.forEach((field, range) -> query.merge(field, range, Listing::both));
        return source.database().getCollection(collection).find(query).sort(order.sort());
    }

    /// Two ranges over the same number as one.
    private static Object both(Object range, Object stretch) {
        var both = new Document((Document) range);
        ((Document) stretch)
                .forEach((bound, number) ->
                        both.merge(
                                bound,
                                number,
                                (one, other) ->
                                        bound.equals("$lt")
                                                ? Math.min((long) one, (long) other)
                                                : Math.max((long) one, (long) other)));
        return both;
    }

    /// All that have one of these values in an indexed field, in the list's order.
    public List<T> having(ListSource source, String field, Collection<String> values) {
        return source.database()
                .getCollection(collection)
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
        return selection;
    }

    private T item(Document document) {
        var copy = new Document((Map<String, Object>) document);
        copy.putIfAbsent(idField, document.get("_id"));
        return reader.apply(copy);
    }
}
