package com.mathematricks.model.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// 2026-11-23 is a Monday; New York is UTC−5, from 8 March to 1 November UTC−4.
class FlatByTest {

    @ParameterizedTest
    @CsvSource({
        "15:55 America/New_York, 2026-11-23T20:54:59Z, 2026-11-22T20:55:00Z, false",
        "15:55 America/New_York, 2026-11-23T20:55:00Z, 2026-11-23T20:55:00Z, true",
        "15:55 America/New_York, 2026-11-24T04:59:59Z, 2026-11-23T20:55:00Z, true",
        "15:55 America/New_York, 2026-11-24T05:00:00Z, 2026-11-23T20:55:00Z, false",
        "mon-fri 15:55 America/New_York, 2026-11-22T23:00:00Z, 2026-11-20T20:55:00Z, false",
        "mon 15:55 America/New_York, 2026-11-23T15:00:00Z, 2026-11-16T20:55:00Z, false",
        // both days on which the clocks change
        "15:55 America/New_York, 2026-03-08T19:55:00Z, 2026-03-08T19:55:00Z, true",
        "15:55 America/New_York, 2026-11-01T20:54:59Z, 2026-10-31T19:55:00Z, false"
    })
    void knowsItsLastTimeAndTheRestOfItsDay(
            String text, Instant now, Instant newest, boolean past) {
        assertThat(new FlatBy(text).newest(now)).isEqualTo(newest);
        assertThat(new FlatBy(text).isPast(now)).isEqualTo(past);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16:00", "16:00 Mars", "24:10 UTC", "16 UTC", "x 16:00 UTC"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> new FlatBy(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
