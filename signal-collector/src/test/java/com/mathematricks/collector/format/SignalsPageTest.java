package com.mathematricks.collector.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Action;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `docs/signals.md` promises, read from that page.
class SignalsPageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:30:05Z");

    static List<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheExampleAsThePageSays(Example example) {
        Map<String, String> read = Description.of(SignalReader.read(example.body(), null, NOW));

        example.expected()
                .forEach((key, expected) -> {
                    if (key.equals("says")) {
                        assertThat(read.get(key)).contains(expected);
                    } else {
                        assertThat(read).as(read.toString()).containsEntry(key, expected);
                    }
                });
    }

    @Test
    void hasAnExampleOfEachFormatAndAction() {
        var formats = EnumSet.noneOf(WireFormat.class);
        var actions = EnumSet.noneOf(Action.class);
        for (Example example : examples()) {
            if (SignalReader.read(example.body(), null, NOW)
                    instanceof Reading.Wish(ParsedSignal signal)) {
                formats.add(signal.format());
                signal.legs().forEach(leg -> actions.add(leg.action()));
            }
        }
        assertThat(formats).containsExactly(WireFormat.values());
        assertThat(actions).containsExactly(Action.values());
    }
}
