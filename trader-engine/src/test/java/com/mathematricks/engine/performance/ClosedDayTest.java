package com.mathematricks.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosedDayTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    private static Money usd(String amount) {
        return Money.of(amount, Currency.USD);
    }

    private static Worth worth(String paidIn, String equity) {
        return new Worth(PnlScope.TOTAL, usd(paidIn), usd(equity), ClosingDays.WEEKDAYS);
    }

    private static ClosedDay first(String paidIn, String equity) {
        return ClosedDay.of(worth(paidIn, equity), MONDAY, 0, Optional.empty());
    }

    private static ClosedDay after(ClosedDay before, String paidIn, String equity) {
        return ClosedDay.of(
                worth(paidIn, equity), before.date().plusDays(1), 0, Optional.of(before));
    }

    private static Optional<String> growth(ClosedDay day) {
        return Optional.ofNullable(day.growth()).map(growth -> growth.fraction().toPlainString());
    }

    @Test
    void measuresTheFirstDayAgainstWhatWasPaidIn() {
        ClosedDay day = first("100000", "100250");

        assertThat(day.pnl()).isEqualTo(usd("250"));
        assertThat(day.flows()).isEqualTo(usd("0"));
        assertThat(growth(day)).contains("0.0025");
    }

    @Test
    void takesADepositForNoProfit() {
        ClosedDay day = after(first("100000", "100250"), "150000", "149248");

        assertThat(day.flows()).isEqualTo(usd("50000"));
        // 149,248 − 50,000 − 100,250
        assertThat(day.pnl()).isEqualTo(usd("-1002"));
        // 99,248 ÷ 100,250 − 1 = −0.009995012468827…
        assertThat(growth(day)).contains("-0.009995012469");
    }

    @Test
    void takesAWithdrawalForNoLoss() {
        ClosedDay day = after(first("100000", "100000"), "60000", "60400");

        assertThat(day.flows()).isEqualTo(usd("-40000"));
        assertThat(day.pnl()).isEqualTo(usd("400"));
        assertThat(growth(day)).contains("0.004");
    }

    @Test
    void roundsTheReturnHalfEvenToTwelveDecimals() {
        // 1 ÷ 3 000 000 000 000 = 0.000000000000333…
        assertThat(
                        growth(
                                after(
                                        first("3000000000000", "3000000000000"),
                                        "3000000000000",
                                        "3000000000001")))
                .contains("0");
        // 0.0000000000005 lies between 0 and 0.000000000001: 1.000000000000 is the even neighbour.
        assertThat(
                        growth(
                                after(
                                        first("2000000000000", "2000000000000"),
                                        "2000000000000",
                                        "2000000000001")))
                .contains("0");
        // 0.0000000000015: 1.000000000002 is.
        assertThat(
                        growth(
                                after(
                                        first("2000000000000", "2000000000000"),
                                        "2000000000000",
                                        "2000000000003")))
                .contains("0.000000000002");
    }

    @Test
    void knowsNoReturnOfNothing() {
        ClosedDay broke = first("1000", "-20");
        ClosedDay day = after(broke, "1000", "5");

        assertThat(growth(broke)).contains("-1.02");
        assertThat(day.pnl()).isEqualTo(usd("25"));
        assertThat(growth(day)).isEmpty();
    }

    @Test
    void beginsAnewInAnotherCurrency() {
        var euro = new Currency("EUR");
        ClosedDay day =
                ClosedDay.of(
                        new Worth(
                                PnlScope.TOTAL,
                                Money.of("500", euro),
                                Money.of("505", euro),
                                ClosingDays.WEEKDAYS),
                        MONDAY.plusDays(1),
                        0,
                        Optional.of(first("100000", "100250")));

        assertThat(day.pnl()).isEqualTo(Money.of("5", euro));
        assertThat(growth(day)).map(BigDecimal::new).contains(new BigDecimal("0.01"));
    }
}
