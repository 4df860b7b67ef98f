package com.mathematricks.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.instrument.InstrumentType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times are UTC. New York is UTC−5, from 8 March to 1 November 2026 UTC−4; Chicago an hour less;
/// India UTC+5:30 all year.
class MarketCalendarsTest {

    private final MarketCalendars calendars = CalendarFile.load();

    @ParameterizedTest
    @CsvSource({
        // the first and last moments of a day
        "2026-11-23T14:29:59.999Z, 2026-11-23T14:30:00Z",
        "2026-11-23T14:30:00Z, ",
        "2026-11-23T20:59:59.999Z, ",
        "2026-11-23T21:00:00Z, 2026-11-24T14:30:00Z",
        // Thanksgiving, the half day after it (until 13:00), the weekend
        "2026-11-26T15:00:00Z, 2026-11-27T14:30:00Z",
        "2026-11-27T17:59:59Z, ",
        "2026-11-27T18:00:00Z, 2026-11-30T14:30:00Z",
        // the clocks go forward on Sunday 8 March 2026, back on Sunday 1 November
        "2026-03-06T21:00:00Z, 2026-03-09T13:30:00Z",
        "2026-03-09T13:29:59Z, 2026-03-09T13:30:00Z",
        "2026-03-09T13:30:00Z, ",
        "2026-10-30T20:00:00Z, 2026-11-02T14:30:00Z",
        "2026-11-02T13:30:00Z, 2026-11-02T14:30:00Z",
        "2026-11-02T20:59:59Z, ",
        // a day of mourning, which no rule knows
        "2025-01-09T15:00:00Z, 2025-01-10T14:30:00Z"
    })
    void knowsTheHoursOfUsStocks(Instant now, Instant opens) {
        assertThat(status(InstrumentType.STOCK, null, now).opensAt().orElse(null)).isEqualTo(opens);
        assertThat(status(InstrumentType.OPTION, null, now).opensAt().orElse(null))
                .isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK, , 2026-11-23T15:00:00Z, 2026-11-23T21:00:00Z",
        "STOCK, , 2026-11-23T20:59:59.999Z, 2026-11-23T21:00:00Z",
        "STOCK, , 2026-11-23T21:00:00Z, 2026-11-24T21:00:00Z",
        // before Thanksgiving, and the half day after it until 13:00
        "STOCK, , 2026-11-25T21:00:00Z, 2026-11-27T18:00:00Z",
        "OPTION, , 2026-11-27T18:00:00Z, 2026-11-30T21:00:00Z",
        // before Prakash Gurpurb Sri Guru Nanak Dev
        "STOCK, NSE, 2026-11-23T10:00:00Z, 2026-11-25T10:00:00Z",
        // the sessions of a week that follow without a pause are days all the same
        "FOREX, , 2026-11-23T21:59:59Z, 2026-11-23T22:00:00Z",
        "FOREX, , 2026-11-23T22:00:00Z, 2026-11-24T22:00:00Z",
        "FUTURE, CME_MINI, 2026-11-22T23:30:00Z, 2026-11-23T22:00:00Z"
    })
    void knowsWhenADayEnds(
            InstrumentType type, @Nullable String exchange, Instant moment, Instant end) {
        assertThat(calendars.of(type, exchange, false).orElseThrow().closeAfter(moment))
                .isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59Z, 2026-11-23T09:00:00Z",
        "2026-11-23T09:00:00Z, ",
        "2026-11-24T00:59:59Z, ",
        "2026-11-24T01:00:00Z, 2026-11-24T09:00:00Z",
        // of a half day until 17:00
        "2026-11-27T21:59:59Z, ",
        "2026-11-27T22:00:00Z, 2026-11-30T09:00:00Z"
    })
    void knowsTheExtendedHoursOfUsStocks(Instant now, Instant opens) {
        assertThat(calendars.at(InstrumentType.STOCK, null, true, now).opensAt().orElse(null))
                .isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        // Sunday 17:00 to Friday 16:00 with a pause of an hour each day
        "2026-11-22T22:59:59Z, 2026-11-22T23:00:00Z",
        "2026-11-22T23:00:00Z, ",
        "2026-11-23T21:59:59Z, ",
        "2026-11-23T22:00:00Z, 2026-11-23T23:00:00Z",
        "2026-11-23T23:00:00Z, ",
        "2026-11-20T22:00:00Z, 2026-11-22T23:00:00Z",
        // Thanksgiving until 12:00, open again at 17:00, the day after until 12:15
        "2026-11-26T17:59:59Z, ",
        "2026-11-26T18:00:00Z, 2026-11-26T23:00:00Z",
        "2026-11-27T18:14:59Z, ",
        "2026-11-27T18:15:00Z, 2026-11-29T23:00:00Z",
        // Christmas Eve until 12:15, then Christmas Day, a Friday, and the weekend
        "2026-12-24T18:15:00Z, 2026-12-27T23:00:00Z",
        // Good Friday
        "2026-04-02T21:00:00Z, 2026-04-05T22:00:00Z",
        // both change days, before the evening's open
        "2026-03-08T21:59:59Z, 2026-03-08T22:00:00Z",
        "2026-11-01T22:59:59Z, 2026-11-01T23:00:00Z"
    })
    void knowsTheHoursOfUsFutures(Instant now, Instant opens) {
        assertThat(status(InstrumentType.FUTURE, "CME_MINI", now).opensAt().orElse(null))
                .isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T21:59:59Z, 2026-11-22T22:00:00Z",
        "2026-11-22T22:00:00Z, ",
        "2026-11-24T22:00:00Z, ",
        "2026-11-27T21:59:59Z, ",
        "2026-11-27T22:00:00Z, 2026-11-29T22:00:00Z",
        "2026-03-06T22:00:00Z, 2026-03-08T21:00:00Z",
        "2026-10-30T21:00:00Z, 2026-11-01T22:00:00Z"
    })
    void knowsTheHoursOfCurrencies(Instant now, Instant opens) {
        assertThat(status(InstrumentType.FOREX, null, now).opensAt().orElse(null)).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T03:44:59Z, 2026-11-23T03:45:00Z",
        "2026-11-23T03:45:00Z, ",
        "2026-11-23T09:59:59Z, ",
        // Tuesday 24 November is a holiday
        "2026-11-23T10:00:00Z, 2026-11-25T03:45:00Z"
    })
    void knowsTheHoursOfIndianStocks(Instant now, Instant opens) {
        assertThat(status(InstrumentType.STOCK, "NSE", now).opensAt().orElse(null))
                .isEqualTo(opens);
    }

    @Test
    void cryptoNeverCloses() {
        Instant night = Instant.parse("2026-11-22T03:00:00Z");
        assertThat(status(InstrumentType.CRYPTO, null, night))
                .isEqualTo(status(InstrumentType.PERPETUAL, null, night))
                .isEqualTo(new MarketStatus.Open("crypto never closes", null));
    }

    @Test
    void saysWhyItIsClosedAndWhenItOpens() {
        assertThat(status(InstrumentType.STOCK, null, Instant.parse("2026-11-26T15:00:00Z")).text())
                .isEqualTo(
                        "US stocks are closed (Thanksgiving Day) and open at 2026-11-27 14:30 UTC");
        assertThat(
                        status(InstrumentType.FUTURE, null, Instant.parse("2026-11-21T15:00:00Z"))
                                .text())
                .isEqualTo(
                        "US futures are closed (Monday to Friday, the evening before, 17:00 to 16:00 America/Chicago) and open at 2026-11-22 23:00 UTC");
        assertThat(status(InstrumentType.FOREX, null, Instant.parse("2026-11-23T15:00:00Z")).text())
                .isEqualTo("currencies trade until 2026-11-27 22:00 UTC");
    }

    @Test
    void neverCallsADayKnownThatIsNot() {
        assertThat(
                        status(InstrumentType.STOCK, "NSE", Instant.parse("2026-12-31T05:00:00Z"))
                                .doubt())
                .isNull();
        assertThat(
                        status(InstrumentType.STOCK, "NSE", Instant.parse("2027-01-01T05:00:00Z"))
                                .doubt())
                .isEqualTo(
                        "the holidays of Indian stocks are known until 2026-12-31 only: this is by its ordinary week");
        assertThat(status(InstrumentType.STOCK, "XETR", Instant.parse("2026-11-22T03:00:00Z")))
                .isEqualTo(
                        new MarketStatus.Open("taken as open", "the hours of XETR are not known"));
    }

    @Test
    void theFileNamesHowFarEachIsKnown() {
        assertThat(calendars.of(InstrumentType.STOCK, null, false).orElseThrow().knownUntil())
                .isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(calendars.of(InstrumentType.STOCK, "NSE", false).orElseThrow().knownUntil())
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    private MarketStatus status(InstrumentType type, @Nullable String exchange, Instant now) {
        return calendars.at(type, exchange, false, now);
    }
}
