package com.mathematricks.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossBaselineTest {

    private static final LossBaseline.Key KEY =
            new LossBaseline.Key(StateScope.ALL, LossRule.DRAWDOWN);

    private static Money usd(String amount) {
        return Money.of(amount, Currency.USD);
    }

    private static LossBaseline from(String paidIn, String equity) {
        return LossBaseline.of(
                KEY,
                new Standing(usd(paidIn), usd(equity)),
                LocalDate.parse("2026-11-22"),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        // 10 % lost of 100; half of the 90 is taken out, the loss stays 10 %
        "100, 55, 45, 50",
        // 90 more are paid in: 180 of 200
        "100, 190, 180, 200",
        "100, 100, 90, 100",
    })
    void flowsLeaveTheLossInPerCentAsItIs(
            String paidIn, String paidInNow, String equityNow, String from) {
        LossBaseline moved =
                from(paidIn, "100")
                        .after(new Standing(usd(paidInNow), usd(equityNow)))
                        .orElseThrow();
        assertThat(moved.from()).isEqualTo(usd(from));
        assertThat(moved.paidIn()).isEqualTo(usd(paidInNow));
    }

    @Test
    void nothingIsInProportionToNothing() {
        LossBaseline baseline = from("100", "100");
        // All of it was taken out; all of it had been lost.
        assertThat(baseline.after(new Standing(usd("0"), usd("0")))).isEmpty();
        assertThat(baseline.after(new Standing(usd("200"), usd("100")))).isEmpty();
        assertThat(baseline.after(new Standing(usd("100"), usd("-5")))).contains(baseline);
    }

    @Test
    void otherCurrencyBeginsAnew() {
        var euro = new Currency("EUR");
        var now = new Standing(Money.of("100", euro), Money.of("100", euro));
        assertThat(from("100", "100").after(now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100.09, 100", "100.1, 100.1", "100.11, 100.11", "99, 100", "150, 150"})
    void highestEquityMovesByAHundredthOfTheLimit(String equity, String from) {
        LossBaseline raised = from("100", "100").raisedTo(usd(equity), new BigDecimal("10"));
        assertThat(raised.from()).isEqualTo(usd(from));
    }
}
