package com.mathematricks.collector.format;

import com.mathematricks.service.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Two messages that say the same have the same canonical body: fields sorted by name, secrets and
/// send times left out, so that a message sent again is recognised however late it comes.
final class CanonicalBody {

    private static final Set<String> SEND_TIMES = Set.of("timenow", "timestamp", "signalsentepoch");

    private CanonicalBody() {}

    static String of(Map<String, @Nullable Object> tree) {
        return Json.MAPPER.writeValueAsString(object(tree));
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> tree) {
        var sorted = new TreeMap<String, @Nullable Object>();
        tree.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!SEND_TIMES.contains(Fields.plain(name)) && !SecretMask.isSecret(name)) {
                sorted.put(name, value(value));
            }
        });
        return sorted;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> list.stream().map(CanonicalBody::value).toList();
            case null -> null;
            default -> value.toString();
        };
    }
}
