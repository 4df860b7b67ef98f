package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// At the limit passes, one cent or unit above fails.
class MoneyChecksTest {

    private final TestRequest request = new TestRequest();

    @ParameterizedTest
    @CsvSource({"99, true", "100, true", "101, false"})
    void orderIsAtMostATenthOfTheEquityByDefault(String quantity, boolean passes) {
        request.quantity = quantity;
        assertThat(request.check(new OrderNotionalCheck()).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"999.99, true", "1000, true", "1000.01, false"})
    void orderIsAtMostWhatWasSet(String price, boolean passes) {
        request.quantity = "1";
        request.price = price;
        request.with(settings -> settings.limit(LimitKey.MAX_ORDER_NOTIONAL, "1000"));

        CheckResult result = request.check(new OrderNotionalCheck());

        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("ORDER_NOTIONAL");
        assertThat(result.numbers()).containsEntry("limit", "1000 USD");
    }

    @Test
    void noneTurnsTheOrdersDefaultOff() {
        request.quantity = "100000";
        request.with(settings -> settings.limit(LimitKey.MAX_ORDER_NOTIONAL, "none"));
        assertThat(request.check(new OrderNotionalCheck()).passed()).isTrue();
    }

    @Test
    void strictestPlaceWins() {
        request.with(settings ->
                settings.limit(LimitKey.MAX_ORDER_NOTIONAL, "5000")
                        .accountLimit(LimitKey.MAX_ORDER_NOTIONAL, "999.99"));
        assertThat(request.check(new OrderNotionalCheck()).passed()).isFalse();
    }

    @Test
    void futuresNotionalCountsTheMultiplier() {
        request.instrument = "ESZ2026";
        request.quantity = "1";
        request.price = "5000";
        request.with(settings -> settings.limit(LimitKey.MAX_ORDER_NOTIONAL, "250000"));
        // 5000 × 50
        assertThat(request.check(new OrderNotionalCheck()).passed()).isTrue();
        request.price = "5000.25";
        assertThat(request.check(new OrderNotionalCheck()).passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8999.99, true", "9000, true", "9000.01, false"})
    void positionIsAtMostATenthOfTheEquity(String held, boolean passes) {
        request.usedHere = held;
        CheckResult result = request.check(new PositionLimitCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.text()).contains("at most 10000 USD (10 % of equity)");
    }

    @Test
    void whatWouldPassIsNamed() {
        request.usedHere = "9500";
        // 500 of room ÷ 100
        assertThat(request.check(new PositionLimitCheck()).allowed()).contains(Quantity.of("5"));
        request.usedHere = "10000.01";
        assertThat(request.check(new PositionLimitCheck()).allowed()).contains(Quantity.ZERO);
    }

    @Test
    void whatWouldPassIsExactForTheCheapestCoin() {
        request.instrument = "BTCUSDT";
        request.price = "0.000000014";
        request.quantity = "1";
        // 10000 ÷ 0.000000014
        assertThat(request.check(new PositionLimitCheck()).allowed())
                .contains(Quantity.of("714285714285.714285714285"));
    }

    @ParameterizedTest
    @CsvSource({"38999.99, true", "39000, true", "39000.01, false"})
    void accountIsAtMostItsShareOfAll(String used, boolean passes) {
        // 40 % of 100,000 of all accounts, less the 1000 of the order
        request.total = "100000";
        request.used = used;
        assertThat(request.check(new BrokerAllocationCheck()).passed()).isEqualTo(passes);
    }

    @Test
    void oneAccountHasNoShare() {
        request.used = "1000000";
        assertThat(request.check(new BrokerAllocationCheck()).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"98998.99, true", "98999, true", "98999.01, false"})
    void cashHasToCoverTheFeeToo(String used, boolean passes) {
        request.fee = "1";
        request.used = used;
        CheckResult result = request.check(new BuyingPowerCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("BUYING_POWER");
    }

    @Test
    void leverageStretchesIt() {
        request.used = "199000";
        request.with(settings -> settings.limit(LimitKey.LEVERAGE, "2"));
        assertThat(request.check(new BuyingPowerCheck()).passed()).isTrue();
        request.used = "199000.01";
        assertThat(request.check(new BuyingPowerCheck()).passed()).isFalse();
    }

    @Test
    void futuresUseTheirMargin() {
        request.instrument = "ESZ2026";
        request.price = "5000";
        request.quantity = "7";
        CheckResult seven = request.check(new BuyingPowerCheck());
        // 7 × 12650 = 88,550; 8 × 12650 = 101,200
        assertThat(seven.code()).isEqualTo("MARGIN");
        assertThat(seven.passed()).isTrue();
        request.quantity = "8";
        assertThat(request.check(new BuyingPowerCheck()).passed()).isFalse();
    }

    @Test
    void shortOptionUsesMarginALongOneItsPremium() {
        request.instrument = "AAPL 2026-12-18 150 C";
        request.price = "2";
        request.quantity = "1";
        // 2 × 100
        assertThat(request.check(new BuyingPowerCheck()).numbers())
                .containsEntry("order", "200 USD");
        request.side = Side.SELL;
        assertThat(request.request().exposure().amount()).isGreaterThan(new BigDecimal("200"));
    }
}
