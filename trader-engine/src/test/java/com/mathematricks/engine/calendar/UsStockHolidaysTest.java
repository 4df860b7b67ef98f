package com.mathematricks.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the years that NYSE Group published: 2024 to 2026 on 2023-11-10, 2027 on 2024-11-08,
/// 2028 on 2025-12-23.
class UsStockHolidaysTest {

    private static final LocalTime ONE = LocalTime.of(13, 0);

    private final UsStockHolidays holidays = new UsStockHolidays(ONE);

    @ParameterizedTest
    @CsvSource({
        "2024, 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "2025, 01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "2026, 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
        "2027, 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
        "2028, 01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25"
    })
    void closesOnThePublishedDays(int year, String published) {
        assertThat(days(year, false)).isEqualTo(days(year, published));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 07-03 11-29 12-24",
        "2025, 07-03 11-28 12-24",
        "2026, 11-27 12-24",
        "2027, 11-26",
        "2028, 07-03 11-24"
    })
    void closesEarlyOnThePublishedDays(int year, String published) {
        assertThat(days(year, true)).isEqualTo(days(year, published));
    }

    private List<LocalDate> days(int year, boolean early) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day ->
                        holidays.on(day)
                                .filter(holiday -> early == ONE.equals(holiday.closes()))
                                .isPresent())
                .toList();
    }

    private static List<LocalDate> days(int year, String days) {
        return List.of(days.split(" ")).stream()
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
    }
}
