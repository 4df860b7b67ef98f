package com.mathematricks.dashboard.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestCsvTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static BacktestCsv.Result read(String text) {
        return BacktestCsv.read(text, TODAY);
    }

    private static void errors(String text, String... expected) {
        assertThat(read(text).errors()).containsExactly(expected);
    }

    @Test
    void readsDatesAndReturnsInWhateverOrder() {
        BacktestCsv.Result result =
                read(
                        "\uFEFFDate,Return\r\n2026-01-05,0.5%\r\n\r\n\"2026-01-02\";-1.2e-2\n2026-01-06\t+.25 %\n");

        assertThat(result.errors()).isEmpty();
        assertThat(result.returns())
                .containsExactly(
                        new DailyReturn(LocalDate.parse("2026-01-02"), -0.012),
                        new DailyReturn(LocalDate.parse("2026-01-05"), 0.005),
                        new DailyReturn(LocalDate.parse("2026-01-06"), 0.0025));
    }

    @Test
    void namesEachWrongLineAndWhatIsAccepted() {
        errors(
                """
                date,return
                2026-13-01,0.01
                2026-01-02,abc
                2026-01-03
                2026-01-04,1.5
                2026-01-05,0.01
                2026-01-05,0.02
                2026-11-24,0.01
                2026-01-06,NaN
                """,
                "Line 2: '2026-13-01'; accepted: a date such as 2026-01-31.",
                "Line 3: 'abc'; accepted: a return such as 0.012 or 1.2%.",
                "Line 4: '2026-01-03'; accepted: a date and a return, separated by one comma,"
                        + " semicolon or tab.",
                "Line 5: '1.5'; accepted: a return from -1 to 1; 150 % in a day is not taken, and"
                        + " 1.2 % is written 0.012 or 1.2%.",
                "Line 7: '2026-01-05'; accepted: each date once; it is on line 6 already.",
                "Line 8: '2026-11-24'; accepted: a date that is not in the future.",
                "Line 9: 'NaN'; accepted: a return such as 0.012 or 1.2%.");
    }

    @Test
    void tellsBothFaultsOfALine() {
        errors(
                "yesterday,much\n",
                "Line 1: 'yesterday'; accepted: a date such as 2026-01-31.",
                "Line 1: 'much'; accepted: a return such as 0.012 or 1.2%.");
    }

    @Test
    void tellsNotMoreThanAPersonReads() {
        String wrong =
                IntStream.rangeClosed(1, 25)
                        .mapToObj(line -> "2026-01-02,x")
                        .collect(Collectors.joining("\n"));

        assertThat(read(wrong).errors()).hasSize(21).last().isEqualTo("And 5 more.");
    }

    @Test
    void shortensWhatIsLong() {
        assertThat(read("x".repeat(100_000)).errors().getFirst()).hasSizeLessThan(150);
    }

    @Test
    void needsTwoDays() {
        errors("", "The file holds 0 days; two are the least.");
        errors("2026-01-02,0.01", "The file holds 1 days; two are the least.");
    }

    @Test
    void refusesMoreLinesThanAreRead() {
        errors("\n".repeat(20_001), "The file has 20001 lines; 20000 are read at most.");
    }
}
