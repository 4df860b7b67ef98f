package com.mathematricks.collector.format;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a message. Names count without case and underscores, so that
/// `limitPrice` and `limit_price` are one. Remembers what was read: a field that some format knows
/// but this one did not read is refused in the end, never ignored.
final class Fields {

    private final String path;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private Fields(String path) {
        this.path = path;
    }

    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /// `path` goes before the names in errors: empty, or with a dot at its end.
    static Fields of(Map<?, ?> object, String path) {
        var fields = new Fields(path);
        fields.add(object, path);
        return fields;
    }

    private void add(Map<?, ?> object, String place) {
        object.forEach((key, value) -> {
            if (value != null && !(value instanceof String text && text.isBlank())) {
                add(plain(String.valueOf(key)), new Field(place + key, value));
            }
        });
    }

    private void add(String plain, Field field) {
        Field other = fields.putIfAbsent(plain, field);
        if (other != null && Vocabulary.knows(plain) && !other.says(field)) {
            throw contradiction(other, field);
        }
    }

    /// This object's fields, and those of `outer` that this one does not have itself, but `except`.
    Fields within(Fields outer, Set<String> except) {
        var merged = new Fields(path);
        merged.fields.putAll(outer.fields);
        except.forEach(name -> merged.fields.remove(plain(name)));
        merged.fields.putAll(fields);
        return merged;
    }

    /// Takes over these fields of another level; one that stands on both must be the same.
    void adopt(Fields other, Set<String> names) {
        names.forEach(name -> {
            Field field = other.fields.get(plain(name));
            other.ignore(name);
            if (field != null) {
                add(plain(name), field);
            }
        });
    }

    /// Brings the fields of the nested object `name` to this level, as if they had been written
    /// here.
    void flatten(String name, Predicate<String> wanted) {
        Field field = fields.get(name);
        if (field != null && field.value() instanceof Map<?, ?> nested) {
            fields.remove(name);
            var kept = new LinkedHashMap<Object, Object>(nested);
            kept.keySet().removeIf(key -> !wanted.test(plain(String.valueOf(key))));
            add(kept, field.name() + ".");
        }
    }

    /// Adds a field that another one implies.
    void imply(String name, Field field) {
        add(plain(name), field);
    }

    void remove(String name) {
        fields.remove(plain(name));
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return fields.containsKey(plain(name));
    }

    /// Where this name was written as `limitPrice` is.
    boolean hasCamelCase(String name) {
        Field field = fields.get(plain(name));
        return field != null && !field.name().contains("_");
    }

    /// The field of any of these names; several must agree.
    @Nullable Field find(String... names) {
        Field found = null;
        for (String name : names) {
            read.add(plain(name));
            Field field = fields.get(plain(name));
            if (found != null && field != null && !found.says(field)) {
                throw contradiction(found, field);
            }
            found = found == null ? field : found;
        }
        return found;
    }

    /// The field of the first of these names that is there; the others may differ.
    @Nullable Field first(String... names) {
        Field found = null;
        for (String name : names) {
            read.add(plain(name));
            found = found == null ? fields.get(plain(name)) : found;
        }
        return found;
    }

    <T> @Nullable T read(Function<Field, T> how, String... names) {
        Field field = find(names);
        return field == null ? null : how.apply(field);
    }

    <T> T require(Function<Field, T> how, String accepted, String... names) {
        Field field = find(names);
        if (field == null) {
            throw Refusal.missing(path + names[0], accepted);
        }
        return how.apply(field);
    }

    void ignore(String name) {
        read.add(plain(name));
    }

    /// `place` says where, for the error.
    void refuseUnread(String place) {
        fields.forEach((name, field) -> {
            if (!read.contains(name) && Vocabulary.knows(name)) {
                throw field.wrong(
                        "left out of this message",
                        "in %s nothing can be done with it".formatted(place));
            }
        });
    }

    private static Refusal contradiction(Field one, Field other) {
        return other.wrong(
                "the same as " + one.name() + " '" + FieldError.shown(one.shown()) + "'",
                "both mean the same thing, so leave one out");
    }
}
