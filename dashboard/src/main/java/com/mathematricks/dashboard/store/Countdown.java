package com.mathematricks.dashboard.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The way down ids that count 1, 2, 3, … without a gap. They are asked for one by one: that is
/// fast in any store, where a range of ids is not in each.
record Countdown(String collection, String counter) implements PageOrder.Descent {

    private static final String ID = "_id";
    private static final int AT_ONCE = 128;

    @Override
    public Iterator<Document> below(ListSource source, @Nullable Long number) {
        long newest = newest(source);
        long first = number == null ? newest : Math.min(number - 1, newest);
        return LongStream.iterate(first, last -> last > 0, last -> last - AT_ONCE)
                .mapToObj(last -> numbers(Math.max(1, last - AT_ONCE + 1), last))
                .iterator();
    }

    /// The counter may be behind.
    private long newest(ListSource source) {
        long newest = source.counter(counter);
        long before;
        do {
            before = newest;
            newest =
                    source
                            .database()
                            .getCollection(collection)
                            .find(numbers(before + 1, before + AT_ONCE))
                            .projection(new Document(ID, 1))
                            .into(new ArrayList<>())
                            .stream()
                            .mapToLong(document -> document.get(ID, Number.class).longValue())
                            .max()
                            .orElse(before);
        } while (newest == before + AT_ONCE);
        return newest;
    }

    private static Document numbers(long first, long last) {
        return new Document(
                ID, new Document("$in", LongStream.rangeClosed(first, last).boxed().toList()));
    }
}
