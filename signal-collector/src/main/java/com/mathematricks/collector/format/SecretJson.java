package com.mathematricks.collector.format;

import com.mathematricks.service.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Masks well-formed JSON in place, by the positions of its tokens.
final class SecretJson {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private SecretJson() {}

    /// Throws JacksonException where the text is not JSON.
    static String mask(String json) {
        var masked = new StringBuilder(json.length());
        int done = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String replacement = null;
                if (token == JsonToken.PROPERTY_NAME && SecretMask.isSecret(parser.currentName())) {
                    token = parser.nextToken();
                    replacement = '"' + SecretMask.MASK + '"';
                } else if (token == JsonToken.VALUE_STRING) {
                    replacement = replacement(parser.getString());
                }
                if (replacement != null) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    masked.append(json, done, start).append(replacement);
                    done = (int) parser.currentLocation().getCharOffset();
                }
            }
        }
        return masked.append(json, done, json.length()).toString();
    }

    /// A string may hold a message of its own; null where it has no secret.
    private static @Nullable String replacement(String text) {
        String masked = SecretMask.mask(text);
        return masked.equals(text) ? null : Json.MAPPER.writeValueAsString(masked);
    }
}
