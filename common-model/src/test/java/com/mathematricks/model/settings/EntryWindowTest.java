package com.mathematricks.model.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// 2026-11-23 is a Monday; New York is UTC−5, from 8 March to 1 November UTC−4.
class EntryWindowTest {

    @ParameterizedTest
    @CsvSource({
        "09:35-15:30 America/New_York, 2026-11-23T14:34:59.999Z, false",
        "09:35-15:30 America/New_York, 2026-11-23T14:35:00Z, true",
        "09:35-15:30 America/New_York, 2026-11-23T20:29:59.999Z, true",
        "09:35-15:30 America/New_York, 2026-11-23T20:30:00Z, false",
        // every day where none is named
        "09:35-15:30 America/New_York, 2026-11-22T15:00:00Z, true",
        "mon-fri 09:35-15:30 America/New_York, 2026-11-22T15:00:00Z, false",
        "mon-fri 09:35-15:30 America/New_York, 2026-11-23T15:00:00Z, true",
        // the day before and after the clocks go forward
        "09:35-15:30 America/New_York, 2026-03-07T14:34:00Z, false",
        "09:35-15:30 America/New_York, 2026-03-08T13:35:00Z, true",
        // ... and back
        "09:35-15:30 America/New_York, 2026-10-31T13:35:00Z, true",
        "09:35-15:30 America/New_York, 2026-11-01T13:35:00Z, false",
        // over midnight it belongs to the day on which it begins
        "fri 22:00-02:00 UTC, 2026-11-27T21:59:59Z, false",
        "fri 22:00-02:00 UTC, 2026-11-27T22:00:00Z, true",
        "fri 22:00-02:00 UTC, 2026-11-28T01:59:59Z, true",
        "fri 22:00-02:00 UTC, 2026-11-28T02:00:00Z, false",
        "fri 22:00-02:00 UTC, 2026-11-27T01:00:00Z, false",
        "sat-mon 10:00-11:00 UTC, 2026-11-23T10:30:00Z, true",
        "sat-mon 10:00-11:00 UTC, 2026-11-24T10:30:00Z, false"
    })
    void holdsTheTimesFromItsFirstToBeforeItsLast(String text, Instant moment, boolean within) {
        assertThat(new EntryWindow(text).contains(moment)).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "09:35-15:30",
                "9:35-15:30 UTC",
                "09:35-25:30 UTC",
                "09:35-09:35 UTC",
                "09:35-15:30 New_York",
                "mon-tue-fri 09:35-15:30 UTC",
                "monday 09:35-15:30 UTC",
                ", 09:35-15:30 UTC"
            })
    void refusesWhatIsNoWindow(String text) {
        assertThatThrownBy(() -> new EntryWindow(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
