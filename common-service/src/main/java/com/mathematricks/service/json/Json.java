package com.mathematricks.service.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.mathematricks.model.money.Decimals;
import java.math.BigDecimal;
import java.util.TimeZone;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON as our services speak it: decimals as plain strings, so that no reader makes doubles of
/// them, times in ISO 8601 UTC, unknown fields ignored, so that versions can differ during an
/// update.
public final class Json {

    public static final JsonMapper MAPPER = builder().build();

    private Json() {}

    /// A record's components are its properties; `isFlat()` and the like are not.
    public static VisibilityChecker recordComponentsOnly(VisibilityChecker visibility) {
        return visibility
                .withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE);
    }

    private static JsonMapper.Builder builder() {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(100)
                                        .maxNumberLength(100)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        return JsonMapper.builder(factory)
                .changeDefaultVisibility(Json::recordComponentsOnly)
                .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimals()))
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultTimeZone(TimeZone.getTimeZone("UTC"));
    }

    private static final class PlainDecimals extends StdSerializer<BigDecimal> {

        PlainDecimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(
                BigDecimal value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Decimals.plain(value));
        }
    }
}
