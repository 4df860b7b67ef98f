package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.risk.Portfolio.OrderCounts;
import com.mathematricks.model.settings.LimitKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where no limit holds, a check keeps what it would compare: a limit that is set later can be
/// compared with it. The order is 10 AAPL at 100, the equity 100,000.
class KeptNumbersTest {

    private final TestRequest request = new TestRequest();

    private Map<String, String> numbers(RiskCheck check, LimitKey key) {
        CheckResult result =
                request.with(settings -> settings.limit(key, "none").accountLimit(key, "none"))
                        .check(check);
        assertThat(result.passed()).isTrue();
        assertThat(result.allowed()).isEmpty();
        return result.numbers();
    }

    @Test
    void keepsTheOrder() {
        assertThat(numbers(new OrderNotionalCheck(), LimitKey.MAX_ORDER_NOTIONAL))
                .containsExactly(Map.entry("notional", "1000 USD"), equity());
        assertThat(numbers(new OrderQuantityCheck(), LimitKey.MAX_ORDER_QUANTITY))
                .containsExactly(
                        Map.entry("quantity", "10"),
                        Map.entry("lot", "1"),
                        Map.entry("smallest", "1"));
    }

    @Test
    void keepsWhatWasWantedBeforeALimitCutIt() {
        request.wanted = "15";
        assertThat(request.check(new OrderQuantityCheck()).numbers())
                .containsEntry("quantity", "10")
                .containsEntry("wanted", "15");
    }

    @Test
    void keepsTheExposureBeforeAndAfter() {
        request.usedHere = "10";
        request.usedByStrategy = "20";
        request.used = "30";
        request.gross = "40";
        request.net = "-50";
        request.fee = "1.5";
        assertThat(numbers(new PositionLimitCheck(), LimitKey.MAX_POSITION_PERCENT))
                .containsExactlyInAnyOrderEntriesOf(and(exposure("10", "1010"), equity()));
        assertThat(numbers(new StrategyCapitalCheck(), LimitKey.LEVERAGE))
                .containsExactlyInAnyOrderEntriesOf(exposure("20", "1020"));
        assertThat(numbers(new BuyingPowerCheck(), LimitKey.LEVERAGE))
                .containsExactlyInAnyOrderEntriesOf(
                        and(and(exposure("30", "1030"), equity()), Map.entry("fee", "1.5 USD")));
        assertThat(numbers(new GrossLeverageCheck(), LimitKey.MAX_GROSS_LEVERAGE))
                .containsExactlyInAnyOrderEntriesOf(and(exposure("40", "1040"), equity()));
        assertThat(numbers(new NetExposureCheck(), LimitKey.MAX_NET_EXPOSURE_PERCENT))
                .containsExactlyInAnyOrderEntriesOf(and(exposure("-50", "950"), equity()));
    }

    @Test
    void keepsTheShareOfAllAccountsWhereThereAreSeveral() {
        request.used = "30";
        LimitKey key = LimitKey.MAX_BROKER_ALLOCATION_PERCENT;
        assertThat(numbers(new BrokerAllocationCheck(), key))
                .containsExactlyInAnyOrderEntriesOf(exposure("30", "1030"));
        request.total = "300000";
        assertThat(numbers(new BrokerAllocationCheck(), key))
                .containsExactlyInAnyOrderEntriesOf(
                        and(exposure("30", "1030"), Map.entry("equity of all", "300000 USD")));
    }

    @Test
    void keepsWhatIsCounted() {
        request.open = 4;
        request.rate = new OrderCounts(1, 2, 3);
        assertThat(numbers(new OpenPositionsCheck(), LimitKey.MAX_OPEN_POSITIONS))
                .containsExactly(Map.entry("after", "5"));
        assertThat(numbers(new OrderRateCheck(), LimitKey.MAX_ORDERS_PER_MINUTE))
                .containsExactly(
                        Map.entry("of the strategy", "2"),
                        Map.entry("of the account", "3"),
                        Map.entry("of all accounts", "4"));
    }

    @Test
    void keepsTheDistanceFromTheReference() {
        assertThat(numbers(new PriceCollarCheck(), LimitKey.PRICE_COLLAR_PERCENT))
                .containsExactly(Map.entry("price", "100"), Map.entry("reference", "none"));
        request.reference = "80";
        // 20 of 80
        assertThat(numbers(new PriceCollarCheck(), LimitKey.PRICE_COLLAR_PERCENT))
                .containsExactly(
                        Map.entry("price", "100"),
                        Map.entry("reference", "80"),
                        Map.entry("distance percent", "25.0000"));
    }

    @Test
    void keepsTheEquityBesideALimitToo() {
        assertThat(request.check(new PositionLimitCheck()).numbers())
                .containsEntry("limit", "10000 USD")
                .contains(equity());
    }

    private static Map.Entry<String, String> equity() {
        return Map.entry("equity", "100000 USD");
    }

    private static Map<String, String> exposure(String before, String after) {
        return Map.of("before", before + " USD", "order", "1000 USD", "after", after + " USD");
    }

    private static Map<String, String> and(
            Map<String, String> some, Map.Entry<String, String> more) {
        var all = new LinkedHashMap<>(some);
        all.put(more.getKey(), more.getValue());
        return all;
    }
}
