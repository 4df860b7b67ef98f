package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a filter demands of one field, as far as an index can serve it; the filter itself is always
/// applied to what is found. Limits are taken as included.
final class Bounds {

    /// The exact values, where the filter names them.
    private @Nullable TreeSet<Key> values;

    private @Nullable Key lower;
    private @Nullable Key upper;

    static Map<String, Bounds> of(Document filter) {
        Map<String, Bounds> found = new HashMap<>();
        collect(filter, found);
        return found;
    }

    private static void collect(Document filter, Map<String, Bounds> found) {
        filter.forEach((field, wanted) -> {
            if (field.equals("$and") && wanted instanceof List<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document also) {
                        collect(also, found);
                    }
                }
            } else if (!field.startsWith("$")) {
                found.computeIfAbsent(field, _ -> new Bounds()).demand(wanted);
            }
        });
    }

    private void demand(@Nullable Object wanted) {
        if (!(wanted instanceof Document operators)) {
            anyOf(Collections.singletonList(wanted));
            return;
        }
        operators.forEach((operator, value) -> {
            switch (operator) {
                case "$eq" -> anyOf(Collections.singletonList(value));
                case "$in" -> {
                    if (value instanceof Collection<?> several) {
                        anyOf(several);
                    }
                }
                case "$gt", "$gte" -> lower = limit(value, lower);
                case "$lt", "$lte" -> upper = limit(value, upper);
                default -> {
                    // Left to the filter.
                }
            }
        });
    }

    private void anyOf(Collection<?> several) {
        if (values == null && several.stream().allMatch(KeyWriter::isPlain)) {
            values = new TreeSet<>();
            for (Object value : several) {
                values.add(KeyWriter.key(value));
            }
        }
    }

    private static @Nullable Key limit(@Nullable Object value, @Nullable Key known) {
        boolean usable = known == null && value != null && KeyWriter.isPlain(value);
        return usable ? KeyWriter.key(value) : known;
    }

    boolean isExact() {
        return values != null;
    }

    boolean isOneValue() {
        return values != null && values.size() == 1;
    }

    boolean isRange() {
        return values == null && (lower != null || upper != null);
    }

    /// Whether a document without the field may be wanted.
    boolean allowsNothing() {
        return values != null && values.contains(KeyWriter.key(null));
    }

    /// The parts of an index that hold what is wanted, behind the keys of the fields before.
    List<Range> ranges(Key before) {
        if (values != null) {
            return values.stream().map(value -> Range.startingWith(before.plus(value))).toList();
        }
        Key from = lower == null ? null : before.plus(lower);
        Key to = upper == null ? null : before.plus(upper).behind();
        Key some = lower == null ? upper : lower;
        if (some == null) {
            return List.of(Range.startingWith(before));
        }
        Range type = Range.startingWith(before.plus(KeyWriter.typeOf(some)));
        boolean sameType =
                lower == null
                        || upper == null
                        || KeyWriter.typeOf(lower).equals(KeyWriter.typeOf(upper));
        return List.of(
                new Range(
                        from == null ? type.from() : from,
                        to == null || !sameType ? type.to() : to));
    }

    Key onlyValue() {
        if (values == null) {
            throw new IllegalStateException("no single value");
        }
        return values.first();
    }
}
