package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.loss.Loss;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Losses;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A cent below the limit passes, at it and above it fails: the limit is reached.
class LossChecksTest {

    private static final StateScope PAPER = StateScope.of(new AccountId("paper"));

    private final TestRequest request = new TestRequest();

    private static Money usd(String amount) {
        return Money.of(amount, Currency.USD);
    }

    /// Of 100000, of which 3 % may be lost.
    private static Loss loss(StateScope scope, LossRule rule, String equity) {
        var baseline =
                new LossBaseline(
                        scope,
                        rule,
                        usd("100000"),
                        usd("90000"),
                        LocalDate.parse("2026-11-22"),
                        TestRequest.NOW,
                        false);
        return new Loss(baseline, usd(equity), Percentage.of("3"));
    }

    @ParameterizedTest
    @CsvSource({"97000.01, true", "97000, false", "96999.99, false", "120000, true"})
    void lossStaysBelowItsLimit(String equity, boolean passes) {
        request.losses = new Losses(List.of(loss(PAPER, LossRule.DAILY_LOSS, equity)), List.of());

        CheckResult result = request.check(new DailyLossCheck());

        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("DAILY_LOSS");
        assertThat(result.numbers())
                .containsEntry("from", "100000 USD")
                .containsEntry("equity", equity + " USD")
                .containsEntry("limit", "3000 USD")
                .containsEntry("of", "account paper");
    }

    @ParameterizedTest
    @CsvSource({"97000.01, true", "97000, false", "96999.99, false"})
    void drawdownStaysBelowItsLimit(String equity, boolean passes) {
        request.losses = new Losses(List.of(loss(PAPER, LossRule.DRAWDOWN, equity)), List.of());
        CheckResult result = request.check(new DrawdownCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("DRAWDOWN");
    }

    @Test
    void numbersAreInTheText() {
        request.losses = new Losses(List.of(loss(PAPER, LossRule.DAILY_LOSS, "96800")), List.of());
        assertThat(request.check(new DailyLossCheck()).text())
                .isEqualTo(
                        "3200 USD of daily loss of account paper since 2026-11-23T15:00:00Z: equity is 96800 USD, it was 100000 USD, and at most 3000 USD (3 %) may be lost");
    }

    @Test
    void oneThatIsReachedIsEnough() {
        request.losses =
                new Losses(
                        List.of(
                                loss(PAPER, LossRule.DAILY_LOSS, "99000"),
                                loss(StateScope.ALL, LossRule.DAILY_LOSS, "97000")),
                        List.of());
        CheckResult result = request.check(new DailyLossCheck());
        assertThat(result.passed()).isFalse();
        assertThat(result.text()).contains("of all accounts");
    }

    @Test
    void whatCannotBeMeasuredOpensNothing() {
        request.losses =
                new Losses(
                        List.of(loss(PAPER, LossRule.DAILY_LOSS, "99000")),
                        List.of("The sum is not known"));
        CheckResult result = request.check(new DailyLossCheck());
        assertThat(result.passed()).isFalse();
        assertThat(result.text()).isEqualTo("The sum is not known");
    }

    @Test
    void withoutALimitNothingIsCompared() {
        assertThat(request.check(new DailyLossCheck()).passed()).isTrue();
        assertThat(request.check(new DrawdownCheck()).numbers()).isEmpty();
    }
}
