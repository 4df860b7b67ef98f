package com.mathematricks.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClosingTimesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ClosingTimes FIVE = new ClosingTimes(17, NEW_YORK);

    private static LocalDate newest(String now, ClosingDays days) {
        return FIVE.newest(Instant.parse(now), days);
    }

    @Test
    void closesAtFiveOnTheZonesClocks() {
        // Winter: 17:00 in New York is 22:00 UTC.
        assertThat(newest("2026-11-24T21:59:59Z", ClosingDays.WEEKDAYS)).hasToString("2026-11-23");
        assertThat(newest("2026-11-24T22:00:00Z", ClosingDays.WEEKDAYS)).hasToString("2026-11-24");
        // The next UTC day is still the same day there.
        assertThat(newest("2026-11-25T03:00:00Z", ClosingDays.WEEKDAYS)).hasToString("2026-11-24");
    }

    @Test
    void followsTheClockChange() {
        // In 2026 New York leaves summer time on 1 November.
        assertThat(FIVE.close(LocalDate.parse("2026-10-30"))).hasToString("2026-10-30T21:00:00Z");
        assertThat(FIVE.close(LocalDate.parse("2026-11-02"))).hasToString("2026-11-02T22:00:00Z");
    }

    @Test
    void closesInAnHourThatTheClocksSkipOrRepeat() {
        var two = new ClosingTimes(2, NEW_YORK);
        // 8 March 2026: 02:00 becomes 03:00 EDT, which is 07:00 UTC.
        assertThat(two.close(LocalDate.parse("2026-03-08"))).hasToString("2026-03-08T07:00:00Z");
        var one = new ClosingTimes(1, NEW_YORK);
        // 1 November 2026: 01:00 comes as EDT (05:00 UTC) and again as EST (06:00 UTC).
        assertThat(one.close(LocalDate.parse("2026-11-01"))).hasToString("2026-11-01T05:00:00Z");
    }

    @Test
    void knowsNoWeekendUnlessEveryDayCounts() {
        assertThat(newest("2026-11-29T23:00:00Z", ClosingDays.WEEKDAYS)).hasToString("2026-11-27");
        assertThat(newest("2026-11-29T23:00:00Z", ClosingDays.EVERY_DAY)).hasToString("2026-11-29");
        // Monday before five: still Friday.
        assertThat(newest("2026-11-30T12:00:00Z", ClosingDays.WEEKDAYS)).hasToString("2026-11-27");
    }

    @Test
    void findsTheNextClose() {
        assertThat(next("2026-11-24T21:59:59Z", ClosingDays.WEEKDAYS))
                .hasToString("2026-11-24T22:00:00Z");
        assertThat(next("2026-11-24T22:00:00Z", ClosingDays.WEEKDAYS))
                .hasToString("2026-11-25T22:00:00Z");
        // Friday evening
        assertThat(next("2026-11-27T22:00:00Z", ClosingDays.WEEKDAYS))
                .hasToString("2026-11-30T22:00:00Z");
        assertThat(next("2026-11-27T22:00:00Z", ClosingDays.EVERY_DAY))
                .hasToString("2026-11-28T22:00:00Z");
    }

    private static Instant next(String moment, ClosingDays days) {
        return FIVE.next(Instant.parse(moment), days);
    }

    @Test
    void countsTheDaysBetween() {
        var friday = LocalDate.parse("2026-11-20");
        var nextFriday = LocalDate.parse("2026-11-27");
        assertThat(ClosingTimes.between(friday, nextFriday, ClosingDays.WEEKDAYS)).isEqualTo(4);
        assertThat(ClosingTimes.between(friday, nextFriday, ClosingDays.EVERY_DAY)).isEqualTo(6);
        assertThat(ClosingTimes.between(friday, friday, ClosingDays.EVERY_DAY)).isZero();
    }

    @Test
    void refusesAnHourThatNoClockHas() {
        assertThatThrownBy(() -> new ClosingTimes(24, NEW_YORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closing hour 24: 0 to 23");
    }
}
