package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way to the documents of a query: an index, or the documents in the order of their ids where
/// `index` is null, the parts of it to read, and in which direction. `sorted` says that what comes
/// is in the order asked for. `score` ranks paths against each other.
record AccessPath(
        @Nullable OrderedIndex index,
        List<Range> ranges,
        boolean reverse,
        boolean sorted,
        int score) {

    private static final List<String> ID = List.of("_id");

    static AccessPath choose(Document filter, Document sort, List<OrderedIndex> indexes) {
        Map<String, Bounds> bounds = Bounds.of(filter);
        AccessPath best = path(null, ID, bounds, sort);
        for (OrderedIndex index : indexes) {
            AccessPath other = path(index, withId(index.fields()), bounds, sort);
            if (other.score > best.score) {
                best = other;
            }
        }
        return best;
    }

    /// An entry ends with the document's position, so the id is one more indexed field.
    private static List<String> withId(List<String> fields) {
        List<String> all = new ArrayList<>(fields);
        if (!fields.contains("_id")) {
            all.add("_id");
        }
        return all;
    }

    private static AccessPath path(
            @Nullable OrderedIndex index,
            List<String> fields,
            Map<String, Bounds> bounds,
            Document sort) {
        boolean plain = index == null || index.isPlain();
        Key before = new Key(new byte[0]);
        int fixed = 0;
        while (fixed < fields.size() && isFixed(bounds.get(fields.get(fixed)), plain)) {
            before = before.plus(bound(bounds, fields.get(fixed)).onlyValue());
            fixed++;
        }
        int score = 10 * fixed;
        boolean unique = index == null || index.isUnique();
        if (unique && fixed >= (index == null ? 1 : index.fields().size())) {
            score += 1000;
        }
        List<Range> ranges = List.of(Range.startingWith(before));
        Bounds next = fixed < fields.size() ? bounds.get(fields.get(fixed)) : null;
        boolean several = false;
        if (next != null && next.isExact() && (plain || !next.allowsNothing())) {
            ranges = next.ranges(before);
            several = true;
            score += 8;
        } else if (next != null && next.isRange() && plain) {
            ranges = next.ranges(before);
            score += 5;
        }
        if (index != null && index.leavesOut() && (score == 0 || mayWantNothing(fields, bounds))) {
            return new AccessPath(null, List.of(Range.ALL), false, false, -1);
        }
        int direction = plain ? direction(fields, fixed, sort, bounds) : 0;
        boolean sorted = sort.isEmpty() || direction != 0;
        if (!sort.isEmpty() && sorted) {
            score += several ? 2 : 4;
        }
        return new AccessPath(index, ranges, direction < 0, sorted, score);
    }

    private static boolean isFixed(@Nullable Bounds bounds, boolean plain) {
        return bounds != null && bounds.isOneValue() && (plain || !bounds.allowsNothing());
    }

    private static Bounds bound(Map<String, Bounds> bounds, String field) {
        Bounds found = bounds.get(field);
        if (found == null) {
            throw new IllegalStateException("no bounds for " + field);
        }
        return found;
    }

    private static boolean mayWantNothing(List<String> fields, Map<String, Bounds> bounds) {
        Bounds first = bounds.get(fields.getFirst());
        return first == null || first.allowsNothing();
    }

    /// 1 or -1 where reading the index forwards or backwards gives the order, else 0.
    private static int direction(
            List<String> fields, int fixed, Document sort, Map<String, Bounds> bounds) {
        List<String> wanted = new ArrayList<>(sort.keySet());
        wanted.removeIf(field -> isOneValue(bounds.get(field)) && isBefore(fields, field, fixed));
        if (wanted.isEmpty()) {
            return 1;
        }
        if (fixed + wanted.size() > fields.size()
                || !fields.subList(fixed, fixed + wanted.size()).equals(wanted)) {
            return 0;
        }
        int direction = sign(sort.get(wanted.getFirst()));
        boolean same = wanted.stream().allMatch(field -> sign(sort.get(field)) == direction);
        return same ? direction : 0;
    }

    private static boolean isOneValue(@Nullable Bounds bounds) {
        return bounds != null && bounds.isOneValue();
    }

    private static boolean isBefore(List<String> fields, String field, int fixed) {
        int place = fields.indexOf(field);
        return place >= 0 && place < fixed;
    }

    private static int sign(@Nullable Object direction) {
        return direction instanceof Number number ? Integer.signum(number.intValue()) : 0;
    }
}
