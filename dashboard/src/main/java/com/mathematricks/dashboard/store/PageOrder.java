package com.mathematricks.dashboard.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/// The order of a list, and where in it a page begins. A page starts behind a cursor and follows an
/// index, so that the thousandth costs what the first does.
public sealed interface PageOrder {

    /// Last possible place, the one before everything in a list that shows the newest first.
    long BEFORE_ALL = Long.MAX_VALUE;

    Document sort();

    /// Selects all of the list.
    Document all();

    /// Selects what follows the place that the cursor names.
    Document after(String cursor);

    /// The place of a document, for the cursor of the next page.
    String cursor(Document last);

    /// By a number that no two documents share; documents without it are not in the list.
    static PageOrder newestByNumber(String field) {
        return new NewestByNumber(field);
    }

    /// The cursor of the page of a numbered list that begins with this number.
    static String numberedFrom(long number) {
        return CursorText.of("n", String.valueOf(Math.min(number, BEFORE_ALL - 1) + 1));
    }

    /// By a time, and by `_id` where several have the same.
    static PageOrder newestByTime(String field) {
        return new NewestByTime(field);
    }

    /// For the lists that have no time: by name.
    static PageOrder byId() {
        return new ById();
    }

    record NewestByNumber(String field) implements PageOrder {

        @Override
        public Document sort() {
            return new Document(field, -1);
        }

        @Override
        public Document all() {
            return below(BEFORE_ALL);
        }

        @Override
        public Document after(String cursor) {
            return below(CursorText.number(cursor, CursorText.read(cursor, "n")));
        }

        private Document below(long number) {
            return new Document(field, new Document("$lt", number));
        }

        @Override
        public String cursor(Document last) {
            Object number = last.getEmbedded(List.of(field.split("\\.")), Object.class);
            return CursorText.of("n", String.valueOf(number));
        }
    }

    record NewestByTime(String field) implements PageOrder {

        @Override
        public Document sort() {
            return new Document(field, -1).append("_id", -1);
        }

        @Override
        public Document all() {
            return new Document();
        }

        /// The range on the time alone is what the index answers; the rest sorts out equal times.
        @Override
        public Document after(String cursor) {
            String[] place = CursorText.read(cursor, "t").split(":", 2);
            var time = Date.from(Instant.ofEpochMilli(CursorText.number(cursor, place[0])));
            String id = place.length == 2 ? place[1] : "";
            return new Document(field, new Document("$lte", time))
                    .append(
                            "$or",
                            List.of(
                                    new Document(field, new Document("$lt", time)),
                                    new Document("_id", new Document("$lt", id))));
        }

        @Override
        public String cursor(Document last) {
            return CursorText.of(
                    "t", last.getDate(field).toInstant().toEpochMilli() + ":" + last.get("_id"));
        }
    }

    record ById() implements PageOrder {

        @Override
        public Document sort() {
            return new Document("_id", 1);
        }

        @Override
        public Document all() {
            return new Document();
        }

        @Override
        public Document after(String cursor) {
            return new Document("_id", new Document("$gt", CursorText.read(cursor, "i")));
        }

        @Override
        public String cursor(Document last) {
            return CursorText.of("i", String.valueOf(last.get("_id")));
        }
    }
}
