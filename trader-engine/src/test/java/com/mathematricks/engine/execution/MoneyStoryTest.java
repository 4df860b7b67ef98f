package com.mathematricks.engine.execution;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.signal.DecisionOutcome;
import org.junit.jupiter.api.Test;

/// Equity = flows + realized + unrealized − fees, to the last decimal, for every kind of
/// instrument.
class MoneyStoryTest {

    private final Scenario story = new Scenario();

    private Money equity() {
        return story.valuation().equity(story.balance());
    }

    private static Money usd(String amount) {
        return Money.of(amount, Currency.USD);
    }

    @Test
    void stockMovesItsNotional() {
        story.price("AAPL", "100").fee("1");
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll().price("AAPL", "103");

        // 100000 − 1000 − 1
        assertThat(story.balance().cash()).isEqualTo(usd("98999"));
        // 98999 + 10 × 103
        assertThat(equity()).isEqualTo(usd("100029"));
        story.decide(exit("AAPL"));
        story.fillAll();
        // 100000 + 30 − 2
        assertThat(story.balance().cash()).isEqualTo(usd("100028"));
        assertThat(story.balance().realized()).isEqualTo(usd("30"));
        assertThat(story.balance().fees()).isEqualTo(usd("2"));
        assertThat(equity()).isEqualTo(usd("100028"));
    }

    @Test
    void shortStockBringsItsNotional() {
        story.price("AAPL", "100");
        story.decide(sell("AAPL").quantity("10"));
        story.fillAll().price("AAPL", "103");

        assertThat(story.balance().cash()).isEqualTo(usd("101000"));
        // 101000 − 1030
        assertThat(equity()).isEqualTo(usd("99970"));
    }

    @Test
    void futureMovesProfitAndLossOnly() {
        story.price("ESZ2026", "5000").fee("2.47");
        story.decide(buy("ESZ2026").quantity("1"));
        story.fillAll().price("ESZ2026", "5010.5");

        assertThat(story.balance().cash()).isEqualTo(usd("99997.53"));
        // 10.5 × 50 = 525 − 2.47
        assertThat(equity()).isEqualTo(usd("100522.53"));
        story.decide(exit("ESZ2026"));
        story.fillAll();
        // 100000 + 525 − 4.94
        assertThat(story.balance().cash()).isEqualTo(usd("100520.06"));
        assertThat(equity()).isEqualTo(usd("100520.06"));
    }

    @Test
    void tetherCountsAsDollars() {
        story.price("BTCUSDT", "60000.01");
        story.decide(buy("BTCUSDT").quantity("0.00123"));
        story.fillAll();

        // 0.00123 × 60000.01 = 73.8000123, booked as 73.80
        assertThat(story.balance().cash()).isEqualTo(usd("99926.2"));
        story.price("BTCUSDT", "61000");
        // 0.00123 × 61000 = 75.03
        assertThat(equity()).isEqualTo(usd("100001.23"));
    }

    @Test
    void pairConvertsItsQuoteCurrencyByItsOwnPrice() {
        story.price("USDJPY", "150");
        story.decide(buy("USDJPY").quantity("10000"));
        story.fillAll().price("USDJPY", "151.5");

        assertThat(story.balance().cash()).isEqualTo(usd("100000"));
        // 10000 × 1.5 = 15000 JPY ÷ 151.5 = 99.0099
        assertThat(equity()).isEqualTo(usd("100099.01"));
        story.decide(exit("USDJPY").quantity("5000"));
        story.fillAll();
        // 7500 ÷ 151.5 = 49.50495; the rest is worth the same.
        assertThat(story.balance().realized()).isEqualTo(usd("49.5"));
        assertThat(story.balance().cash()).isEqualTo(usd("100049.5"));
        assertThat(equity()).isEqualTo(usd("100099"));
    }

    @Test
    void otherCurrencyHasNoRate() {
        var decision = story.decide(buy("NSE:RELIANCE").quantity("1").price("2500"));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo("NO_FX_RATE");
        assertThat(decision.reason()).contains("INR", "USD");
    }

    @Test
    void dustThatCostNothingIsValued() {
        story.price("BTCUSDT", "100");
        // 0.00001 × 100 = 0.001, which is no cent.
        story.decide(buy("BTCUSDT").quantity("0.00001"));
        story.fillAll();

        assertThat(equity()).isEqualTo(usd("100000"));
        assertThat(story.position("BTCUSDT").orElseThrow().averagePrice()).isEmpty();
        assertThat(story.decide(buy("AAPL").quantity("1").price("100")).code())
                .isEqualTo("APPROVED");
        assertThat(story.decide(exit("BTCUSDT")).code()).isEqualTo("APPROVED");
    }

    @Test
    void positionWithoutAPriceIsWorthWhatItCost() {
        story.decide(buy("AAPL").quantity("3").price("33.33"));
        story.filled(story.order("BUY 3 AAPL"), "33.33");
        assertThat(equity()).isEqualTo(usd("100000"));
    }
}
