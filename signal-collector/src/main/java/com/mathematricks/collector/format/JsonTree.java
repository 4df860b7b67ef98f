package com.mathematricks.collector.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// A message's JSON as maps, lists, strings, booleans and nulls. A number stays the text that the
/// sender wrote: 1e400 is then an error about a field, and 0.10 was never a double.
final class JsonTree {

    /// Real messages nest four deep; `extras` may hold some more.
    static final int MAX_DEPTH = 20;

    /// Longer than any body that is accepted, so that a field's own check speaks first.
    private static final int UNBOUNDED = 1 << 20;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH + 1)
                                    .maxNumberLength(UNBOUNDED)
                                    .maxStringLength(UNBOUNDED)
                                    .maxNameLength(UNBOUNDED)
                                    .build())
                    // NaN then is an error about a field, too.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private JsonTree() {}

    static Map<String, @Nullable Object> parse(String body) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Refusal.wrong(
                        "body",
                        body,
                        "one JSON object",
                        "send each signal as a message of its own, in braces");
            }
            Map<String, @Nullable Object> object = object(parser, "");
            if (parser.nextToken() != null) {
                throw Refusal.wrong(
                        "body",
                        body.substring((int) parser.currentTokenLocation().getCharOffset()),
                        "one JSON object and nothing after it",
                        "leave out what follows the last brace");
            }
            return object;
        } catch (JacksonException e) {
            throw new Refusal(MalformedJson.explain(body, e));
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, String path) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser, path + name + ".");
            if (object.containsKey(name)) {
                throw Refusal.wrong(
                        path + name,
                        String.valueOf(value),
                        "given once",
                        "the message holds this field twice, so leave one out");
            }
            object.put(name, value);
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser, String path) {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path));
        }
        return array;
    }

    private static @Nullable Object value(JsonParser parser, String path) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("token " + parser.currentToken());
        };
    }
}
