package com.mathematricks.service.store;

import com.mathematricks.service.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Turns our records into documents of the store and back: decimals become Decimal128, instants
/// become UTC dates with milliseconds, ids and enums strings, absent values are left out.
public final class Documents {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultVisibility(Json::recordComponentsOnly)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, new InstantAsDate())
                                    .addDeserializer(Instant.class, new InstantFromDate()))
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(
                                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                    .build();

    private Documents() {}

    public static Document of(Object value) {
        return document(MAPPER.convertValue(value, Map.class));
    }

    public static <T> T read(Document document, Class<T> type) {
        return MAPPER.convertValue(fromStore(document), type);
    }

    private static Document document(Map<?, ?> map) {
        var document = new Document();
        map.forEach((key, member) -> document.put(String.valueOf(key), toStore(member)));
        return document;
    }

    private static @Nullable Object toStore(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> document(map);
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(member -> copy.add(toStore(member)));
                yield copy;
            }
            case BigDecimal number -> new Decimal128(number);
            case null -> null;
            default -> value;
        };
    }

    private static @Nullable Object fromStore(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, member) -> copy.put(String.valueOf(key), fromStore(member)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(member -> copy.add(fromStore(member)));
                yield copy;
            }
            case Decimal128 number -> number.bigDecimalValue();
            case null -> null;
            default -> value;
        };
    }

    private static final class InstantAsDate extends StdSerializer<Instant> {

        InstantAsDate() {
            super(Instant.class);
        }

        @Override
        public void serialize(
                Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeEmbeddedObject(Date.from(value));
        }
    }

    private static final class InstantFromDate extends StdDeserializer<Instant> {

        InstantFromDate() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.getEmbeddedObject() instanceof Date date) {
                return date.toInstant();
            }
            return Instant.parse(parser.getString());
        }
    }
}
