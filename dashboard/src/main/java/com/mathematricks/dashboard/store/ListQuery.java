package com.mathematricks.dashboard.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a reader asks of a list: where to begin, how many, and which.
///
/// @param filters by name
public record ListQuery(@Nullable String cursor, int limit, Map<String, String> filters) {

    public static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    public ListQuery {
        filters = Map.copyOf(filters);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RefusedParameterException("limit", String.valueOf(limit), acceptedLimit());
        }
    }

    public static ListQuery first(int limit) {
        return new ListQuery(null, limit, Map.of());
    }

    /// An unknown parameter is refused: a misspelled filter must not answer with everything.
    public static ListQuery of(Map<String, List<String>> parameters, List<Filter> filters) {
        String cursor = null;
        int limit = DEFAULT_LIMIT;
        Map<String, String> values = new LinkedHashMap<>();
        for (var parameter : parameters.entrySet()) {
            String value = single(parameter.getKey(), parameter.getValue());
            switch (parameter.getKey()) {
                case "cursor" -> cursor = value;
                case "limit" -> limit = limit(value);
                default ->
                        values.put(parameter.getKey(), known(parameter.getKey(), value, filters));
            }
        }
        return new ListQuery(cursor, limit, values);
    }

    private static String single(String name, List<String> values) {
        if (values.size() != 1) {
            throw new RefusedParameterException(name, String.join(", ", values), "one value");
        }
        return values.getFirst();
    }

    private static int limit(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new RefusedParameterException("limit", value, acceptedLimit(), e);
        }
    }

    private static String acceptedLimit() {
        return "a whole number from 1 to " + MAX_LIMIT;
    }

    private static String known(String name, String value, List<Filter> filters) {
        return filters.stream()
                .filter(filter -> filter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedParameterException(name, value, names(filters)))
                .accept(value);
    }

    private static String names(List<Filter> filters) {
        return Stream.concat(Stream.of("cursor", "limit"), filters.stream().map(Filter::name))
                .collect(Collectors.joining(", ", "the parameters ", ""));
    }
}
