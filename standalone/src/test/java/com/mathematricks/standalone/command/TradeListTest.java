package com.mathematricks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mathematricks.engine.rehearsal.PastOrder;
import com.mathematricks.standalone.terminal.CommandFailedException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeListTest {

    /// As exported in 2026: newest trade first, its exit before its entry.
    private static final String NEW =
            """
            \uFEFFTrade #,Type,Date and time,Signal,Price USD,Position size (qty),Position size (value),Net P&L USD
            3,Exit long,2026-03-04 15:30,Open,104,7,728,7
            3,Entry long,2026-03-04 10:00,Long,103,7,721,7
            2,Exit short,2026-03-04 10:00,Long,103,10,1030,-20
            2,Entry short,2026-03-03 12:00,Short,101,10,1010,-20
            1,Exit long,2026-03-03 12:00,Short,101,10,1010,10
            1,Entry long,2026-03-02 09:30,Long,100,10,1000,10
            """;

    /// As exported before 2025.
    private static final String OLD =
            """
            Trade #,Type,Signal,Date/Time,Price USDT,Contracts,Profit USDT,Profit %
            1,Entry Long,Long,2024-01-05,42000.5,0.25,,
            1,Exit Long,Close,2024-01-06,43000,0.25,249.87,2.38

            """;

    @Test
    void readsTheLayoutOfToday() {
        assertThat(read(NEW, "America/New_York"))
                .containsExactly(
                        "7 2026-03-02T14:30:00Z BUY 10 at 100: 0 to 10",
                        "6 2026-03-03T17:00:00Z SELL 10 at 101: 10 to 0",
                        "5 2026-03-03T17:00:00Z SELL 10 at 101: 0 to -10",
                        "4 2026-03-04T15:00:00Z BUY 10 at 103: -10 to 0",
                        "3 2026-03-04T15:00:00Z BUY 7 at 103: 0 to 7");
    }

    @Test
    void readsTheLayoutOfYesterday() {
        assertThat(read(OLD, "UTC"))
                .containsExactly(
                        "2 2024-01-05T00:00:00Z BUY 0.25 at 42000.5: 0 to 0.25",
                        "3 2024-01-06T00:00:00Z SELL 0.25 at 43000: 0.25 to 0");
    }

    @Test
    void takesATimeWithItsOffset() {
        assertThat(
                        TradeList.read(
                                        "Trade #,Type,Date/Time,Price,Contracts\n"
                                                + "1,Entry long,2026-03-02T14:30:00+02:00,1,1",
                                        ZoneOffset.UTC)
                                .getFirst()
                                .at())
                .isEqualTo(Instant.parse("2026-03-02T12:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,Entry long,2026-03-02,\"1,000.5\",1; Price is '1,000.5'",
                "1,Entry long,2026-03-02,0,1; Price is '0'",
                "1,Entry long,02.03.2026,1,1; Date and time is '02.03.2026'",
                "1,Entry long,2026-03-02,1,; Position size (qty) is ''",
                "1,Entry long,2026-03-02,1,-2; Position size (qty) is '-2'",
                "x,Entry long,2026-03-02,1,1; Trade # is 'x'",
                "1,Buy,2026-03-02,1,1; Type is 'buy'; accepted: Entry long",
            })
    void namesLineColumnAndValue(String row, String words) {
        assertThatExceptionOfType(CommandFailedException.class)
                .isThrownBy(() ->
                        TradeList.read(
                                "Trade #,Type,Date/Time,Price,Contracts\n" + row, ZoneOffset.UTC))
                .withMessageContaining("line 2: ")
                .withMessageContaining(words);
    }

    @Test
    void refusesAListWithoutTrades() {
        assertThatExceptionOfType(CommandFailedException.class)
                .isThrownBy(() -> TradeList.read("Trade #,Type\n", ZoneOffset.UTC))
                .withMessageContaining("no trades");
    }

    private static List<String> read(String text, String zone) {
        return TradeList.read(text, ZoneId.of(zone)).stream().map(TradeListTest::words).toList();
    }

    private static String words(PastOrder order) {
        return "%d %s %s %s at %s: %s to %s"
                .formatted(
                        order.line(),
                        order.at(),
                        order.side(),
                        order.quantity(),
                        order.price(),
                        order.before(),
                        order.after());
    }
}
