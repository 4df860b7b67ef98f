package com.mathematricks.collector.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// An outside writer's document in the form of `JsonTree`. A date becomes an Instant, a number its
/// text.
final class BsonTree {

    private static final Set<String> NOT_THE_WRITERS = Set.of("_id", "intake");

    private BsonTree() {}

    static Map<String, @Nullable Object> of(Map<String, ?> document) {
        var own = new LinkedHashMap<String, @Nullable Object>(document);
        own.keySet().removeAll(NOT_THE_WRITERS);
        return object(own, 0);
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> map, int depth) {
        if (depth == JsonTree.MAX_DEPTH) {
            throw Refusal.wrong(
                    "body",
                    "…",
                    "a document of at most " + JsonTree.MAX_DEPTH + " levels",
                    "write the signal without the documents nested around it");
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value(value, depth + 1)));
        return object;
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> object(map, depth);
            case List<?> list when depth < JsonTree.MAX_DEPTH -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(member -> copy.add(value(member, depth + 1)));
                yield copy;
            }
            case String text -> text;
            case Boolean flag -> flag;
            case Date date -> date.toInstant();
            case Instant instant -> instant;
            case Number number -> number.toString();
            case ObjectId id -> id.toHexString();
            // An empty list is accepted nowhere, so a type that no field takes is refused where
            // read.
            default -> List.of();
        };
    }
}
