package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A cent below the limit and at it passes, a cent above fails. The order is 10 AAPL at 100.
class ExposureChecksTest {

    private final TestRequest request = new TestRequest();

    private void limit(LimitKey key, String word) {
        request.with(settings -> settings.limit(key, word));
    }

    @ParameterizedTest
    @CsvSource({"48999.99, true", "49000, true", "49000.01, false"})
    void strategyStaysWithinItsCapital(String used, boolean passes) {
        request.with(settings -> settings.capital("50000"));
        request.usedByStrategy = used;

        CheckResult result = request.check(new StrategyCapitalCheck());

        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("STRATEGY_CAPITAL");
        assertThat(result.numbers()).containsEntry("limit", "50000 USD");
    }

    @ParameterizedTest
    @CsvSource({"148999.99, true", "149000, true", "149000.01, false"})
    void leverageStretchesTheCapital(String used, boolean passes) {
        request.with(settings -> settings.capital("50000"));
        limit(LimitKey.LEVERAGE, "3");
        request.usedByStrategy = used;
        assertThat(request.check(new StrategyCapitalCheck()).passed()).isEqualTo(passes);
    }

    @Test
    void strategyIsJudgedByItsOwnExposureAlone() {
        request.used = "1000000";
        assertThat(request.check(new StrategyCapitalCheck()).passed()).isTrue();
    }

    @Test
    void capitalThatIsLeftIsNamed() {
        request.usedByStrategy = "99750";
        // 250 of room ÷ 100
        assertThat(request.check(new StrategyCapitalCheck()).allowed())
                .contains(Quantity.of("2.5"));
    }

    @Test
    void withoutLeverageLimitThereIsNoneOnCapital() {
        limit(LimitKey.LEVERAGE, "none");
        request.usedByStrategy = "1000000";
        assertThat(request.check(new StrategyCapitalCheck()).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"198999.99, true", "199000, true", "199000.01, false"})
    void longAndShortTogetherStayWithinTheFactor(String gross, boolean passes) {
        limit(LimitKey.MAX_GROSS_LEVERAGE, "2");
        request.gross = gross;

        CheckResult result = request.check(new GrossLeverageCheck());

        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("GROSS_LEVERAGE");
        assertThat(result.numbers()).containsEntry("limit", "200000 USD");
    }

    @Test
    void grossLeverageOfFuturesIsTheirNotional() {
        limit(LimitKey.MAX_GROSS_LEVERAGE, "2.5");
        request.instrument = "ESZ2026";
        request.price = "5000";
        request.quantity = "1";
        // 5000 × 50 = 250,000, whatever the margin is
        assertThat(request.check(new GrossLeverageCheck()).passed()).isTrue();
        request.price = "5000.25";
        assertThat(request.check(new GrossLeverageCheck()).passed()).isFalse();
    }

    @Test
    void whatGrossLeverageLeavesIsNamed() {
        limit(LimitKey.MAX_GROSS_LEVERAGE, "1");
        request.gross = "99500";
        assertThat(request.check(new GrossLeverageCheck()).allowed()).contains(Quantity.of("5"));
        request.gross = "100000.01";
        assertThat(request.check(new GrossLeverageCheck()).allowed()).contains(Quantity.ZERO);
    }

    @Test
    void withoutAFactorGrossLeverageIsFree() {
        request.gross = "100000000";
        assertThat(request.check(new GrossLeverageCheck()).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 28999.99, true",
        "BUY, 29000, true",
        "BUY, 29000.01, false",
        "BUY, -90000, true",
        "SELL, -28999.99, true",
        "SELL, -29000, true",
        "SELL, -29000.01, false",
        "SELL, 90000, true",
    })
    void accountLeansNoFurtherThanItsShare(Side side, String net, boolean passes) {
        limit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "30");
        request.side = side;
        request.net = net;

        CheckResult result = request.check(new NetExposureCheck());

        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo("NET_EXPOSURE");
        assertThat(result.numbers()).containsEntry("limit", "30000 USD");
    }

    @Test
    void putLeansTheOtherWay() {
        limit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "30");
        request.instrument = "AAPL 2026-12-18 150 P";
        request.price = "2";
        request.quantity = "1";
        request.net = "30000";
        assertThat(request.check(new NetExposureCheck()).passed()).isTrue();
        request.net = "-30000";
        assertThat(request.check(new NetExposureCheck()).passed()).isFalse();
    }

    @Test
    void roomIsCountedThroughTheMiddle() {
        limit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "30");
        request.net = "-10000";
        // 10000 back to the middle and 30000 beyond it, ÷ 100
        assertThat(request.check(new NetExposureCheck()).allowed()).contains(Quantity.of("400"));
    }

    @Test
    void strictestPlaceCounts() {
        request.gross = "50000";
        request.net = "50000";
        request.with(settings ->
                settings.limit(LimitKey.MAX_GROSS_LEVERAGE, "3")
                        .accountLimit(LimitKey.MAX_GROSS_LEVERAGE, "0.5")
                        .limit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "20")
                        .accountLimit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "200"));
        assertThat(request.check(new GrossLeverageCheck()).passed()).isFalse();
        assertThat(request.check(new NetExposureCheck()).passed()).isFalse();
    }
}
