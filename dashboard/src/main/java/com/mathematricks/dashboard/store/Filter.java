package com.mathematricks.dashboard.store;

import java.util.Arrays;
import java.util.List;

/// A way to narrow a list: equality on a field that an index has.
///
/// @param words the values that there are; empty: any
/// @param leavesFew however long the list, so that they are read at once
public record Filter(String name, String field, List<String> words, boolean leavesFew) {

    public static Filter on(String name, String field) {
        return new Filter(name, field, List.of(), false);
    }

    public static Filter onFew(String name, String field) {
        return new Filter(name, field, List.of(), true);
    }

    public static <E extends Enum<E>> Filter on(String name, String field, Class<E> words) {
        return new Filter(
                name,
                field,
                Arrays.stream(words.getEnumConstants()).map(Enum::name).toList(),
                false);
    }

    String accept(String value) {
        if (!words.isEmpty() && !words.contains(value)) {
            throw new RefusedParameterException(name, value, String.join(", ", words));
        }
        return value;
    }
}
