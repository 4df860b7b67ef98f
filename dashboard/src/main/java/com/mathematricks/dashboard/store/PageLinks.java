package com.mathematricks.dashboard.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Addresses that keep what was asked for.
public final class PageLinks {

    private static final String CURSOR = "cursor";

    private PageLinks() {}

    /// The next page: the place moves on.
    ///
    /// @param next null: empty, as there is no further page
    public static String next(
            String path, MultiValueMap<String, String> parameters, @Nullable String next) {
        if (next == null) {
            return "";
        }
        var moved = new LinkedMultiValueMap<String, String>(parameters);
        moved.set(CURSOR, next);
        return to(path, moved);
    }

    public static String to(String path, MultiValueMap<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .flatMap(parameter ->
                                parameter.getValue().stream()
                                        .map(value ->
                                                encoded(parameter.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
