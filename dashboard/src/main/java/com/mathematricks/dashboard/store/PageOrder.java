package com.mathematricks.dashboard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The order of a list, and where in it a page begins. A page starts behind a cursor and follows an
/// index, so that the thousandth costs what the first does.
public sealed interface PageOrder {

    Document sort();

    /// Selects what follows the place that the cursor names, all of the list without one.
    Document behind(@Nullable String cursor);

    /// The same in parts, in the list's order, each of which a store reads in no time.
    default Iterator<Document> stretches(ListSource source, @Nullable String cursor) {
        return List.of(behind(cursor)).iterator();
    }

    /// The place of a document, for the cursor of the next page.
    String cursor(Document last);

    /// By a number that no two documents share; documents without it are not in the list.
    ///
    /// @param counter the service that gives the numbers and notes how far it came
    static PageOrder newestByNumber(String field, String counter) {
        return new NewestByNumber(
                field,
                (source, below) ->
                        new Stretches(
                                field,
                                number -> number,
                                below == null ? source.counter(counter) : below,
                                below == null,
                                NewestByNumber.FIRST_STRETCH));
    }

    /// By an `_id` that counts 1, 2, 3, … without a gap.
    ///
    /// @param counter a reader of the collection that notes how far it came
    static PageOrder newestByCount(String collection, String counter) {
        return new NewestByNumber("_id", new Countdown(collection, counter));
    }

    /// By a number, in a collection that is kept short.
    static PageOrder newestOfFew(String field) {
        return new NewestByNumber(
                field, (_, below) -> List.of(NewestByNumber.selection(field, below)).iterator());
    }

    /// The cursor of the page of a numbered list that begins with this number.
    static String numberedFrom(long number) {
        return CursorText.of("n", String.valueOf(Math.min(number, Long.MAX_VALUE - 1) + 1));
    }

    /// By a time, and by `_id` where several have the same; documents without it are not in the
    /// list.
    static PageOrder newestByTime(String field) {
        return new NewestByTime(field);
    }

    /// The cursor of the page of a timed list that begins before this time.
    static String before(Instant time) {
        return CursorText.of("t", time.toEpochMilli() + ":");
    }

    /// For the lists that have no time: by name.
    static PageOrder byId() {
        return new ById();
    }

    /// The way down from below a number, from the newest where there is none.
    interface Descent {
        Iterator<Document> below(ListSource source, @Nullable Long number);
    }

    record NewestByNumber(String field, Descent descent) implements PageOrder {

        private static final int FIRST_STRETCH = 512;

        @Override
        public Document sort() {
            return new Document(field, -1);
        }

        @Override
        public Document behind(@Nullable String cursor) {
            return selection(field, number(cursor));
        }

        private static Document selection(String field, @Nullable Long below) {
            return new Document(field, new Document("$lt", below == null ? Long.MAX_VALUE : below));
        }

        @Override
        public Iterator<Document> stretches(ListSource source, @Nullable String cursor) {
            return descent.below(source, number(cursor));
        }

        private static @Nullable Long number(@Nullable String cursor) {
            return cursor == null ? null : CursorText.number(cursor, CursorText.read(cursor, "n"));
        }

        @Override
        public String cursor(Document last) {
            Object number = last.getEmbedded(List.of(field.split("\\.")), Object.class);
            return CursorText.of("n", String.valueOf(number));
        }
    }

    record NewestByTime(String field) implements PageOrder {

        private static final Duration FIRST_STRETCH = Duration.ofMinutes(10);

        private record Place(long millis, String id) {

            static Place of(String cursor) {
                String[] words = CursorText.read(cursor, "t").split(":", 2);
                return new Place(
                        CursorText.number(cursor, words[0]), words.length == 2 ? words[1] : "");
            }
        }

        @Override
        public Document sort() {
            return new Document(field, -1).append("_id", -1);
        }

        /// The range on the time alone is what the index answers; the rest sorts out equal times.
        @Override
        public Document behind(@Nullable String cursor) {
            if (cursor == null) {
                return new Document();
            }
            Place place = Place.of(cursor);
            Date time = date(place.millis());
            return new Document(field, new Document("$lte", time))
                    .append(
                            "$or",
                            List.of(
                                    new Document(field, new Document("$lt", time)),
                                    new Document("_id", new Document("$lt", place.id()))));
        }

        /// Those of the cursor's own time come first, apart: not every store finds them and the
        /// older ones by the index at once.
        @Override
        public Iterator<Document> stretches(ListSource source, @Nullable String cursor) {
            if (cursor == null) {
                return stretches(source.clock().millis(), true);
            }
            Place place = Place.of(cursor);
            List<Document> all = new ArrayList<>();
            all.add(
                    new Document(field, date(place.millis()))
                            .append("_id", new Document("$lt", place.id())));
            stretches(place.millis(), false).forEachRemaining(all::add);
            return all.iterator();
        }

        private Stretches stretches(long millis, boolean open) {
            return new Stretches(field, NewestByTime::date, millis, open, FIRST_STRETCH.toMillis());
        }

        private static Date date(long millis) {
            return Date.from(Instant.ofEpochMilli(millis));
        }

        @Override
        public String cursor(Document last) {
            Date time = last.getEmbedded(List.of(field.split("\\.")), Date.class);
            return CursorText.of("t", time.toInstant().toEpochMilli() + ":" + last.get("_id"));
        }
    }

    record ById() implements PageOrder {

        @Override
        public Document sort() {
            return new Document("_id", 1);
        }

        @Override
        public Document behind(@Nullable String cursor) {
            return cursor == null
                    ? new Document()
                    : new Document("_id", new Document("$gt", CursorText.read(cursor, "i")));
        }

        @Override
        public String cursor(Document last) {
            return CursorText.of("i", String.valueOf(last.get("_id")));
        }
    }
}
