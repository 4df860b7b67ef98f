package com.mathematricks.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// December 2026: the 1st is a Tuesday, the 31st a Thursday, the 25th a Friday.
class ExpiryRuleTest {

    @ParameterizedTest
    @CsvSource({
        // Fridays 4, 11, 18
        "THIRD_FRIDAY, 2026-12, 2026-12-18",
        // Fridays 6, 13, 20, 27
        "LAST_FRIDAY, 2026-11, 2026-11-27",
        "LAST_BUSINESS_DAY, 2026-12, 2026-12-31",
        // 31 October 2026 is a Saturday
        "LAST_BUSINESS_DAY, 2026-10, 2026-10-30",
        // 31, 30, 29
        "THIRD_LAST_BUSINESS_DAY, 2026-12, 2026-12-29",
        // before the 31st: 30, 29, 28, 25, 24, 23, 22 (26 and 27 are a weekend)
        "SEVEN_BEFORE_LAST_BUSINESS_DAY, 2026-12, 2026-12-22",
        // Wednesdays 2, 9, 16; before it 15, 14
        "TWO_BEFORE_THIRD_WEDNESDAY, 2026-12, 2026-12-14",
        "BEFORE_15TH, 2026-12, 2026-12-14",
        // 25 November 2026 is a Wednesday: 24, 23, 20
        "THREE_BEFORE_25TH_OF_MONTH_BEFORE, 2026-12, 2026-11-20",
        // 25 April 2026 is a Saturday: from Friday the 24th: 23, 22, 21
        "THREE_BEFORE_25TH_OF_MONTH_BEFORE, 2026-05, 2026-04-21",
        "FOUR_BEFORE_25TH_OF_MONTH_BEFORE, 2026-12, 2026-11-19",
        // December 31, 30, 29
        "THIRD_LAST_BUSINESS_DAY_OF_MONTH_BEFORE, 2027-01, 2026-12-29",
    })
    void findsTheLastTradingDay(ExpiryRule rule, YearMonth month, LocalDate expected) {
        assertThat(rule.lastTradingDay(month)).isEqualTo(expected);
    }
}
