package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.risk.Portfolio.OrderCounts;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherChecksTest {

    private final TestRequest request = new TestRequest();

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, true, TRADING_STATE",
        "PAUSED, false, STRATEGY_PAUSED",
        "REDUCING, false, ONLY_REDUCING",
        "HALTED, false, TRADING_HALTED"
    })
    void onlyAnActiveStateOpens(TradingState state, boolean passes, String code) {
        request.state = state;
        CheckResult result = request.check(new TradingStateCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void brokerHasToBeUp() {
        assertThat(request.check(new BrokerUpCheck()).passed()).isTrue();
        request.brokerProblem = "gone since noon";
        CheckResult result = request.check(new BrokerUpCheck());
        assertThat(result.passed()).isFalse();
        assertThat(result.text()).isEqualTo("gone since noon");
    }

    @Test
    void storeHasToHaveRoom() {
        assertThat(request.check(new DiskCheck()).passed()).isTrue();
        request.diskProblem = "only 12 MiB are free";
        CheckResult result = request.check(new DiskCheck());
        assertThat(result.passed()).isFalse();
        assertThat(result.code()).isEqualTo("DISK_LOW");
        assertThat(result.text()).isEqualTo("only 12 MiB are free");
    }

    @ParameterizedTest
    @CsvSource({
        "119999, true, SIGNAL_STALE",
        "120000, true, SIGNAL_STALE",
        "120001, false, SIGNAL_STALE",
        "-29999, true, SIGNAL_STALE",
        "-30000, true, SIGNAL_STALE",
        "-30001, false, SIGNAL_FROM_FUTURE"
    })
    void ageIsWithinItsLimits(long millis, boolean passes, String code) {
        request.age = Duration.ofMillis(millis);
        CheckResult result = request.check(new SignalAgeCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.numbers()).containsKeys("age", "limit");
    }

    @Test
    void unknownAgeIsStale() {
        request.age = null;
        request.with(settings -> settings.limit(LimitKey.MAX_SIGNAL_AGE, "none"));
        assertThat(request.check(new SignalAgeCheck()).passed()).isFalse();
    }

    @Test
    void noneAcceptsAnyAgeButNoFuture() {
        request.with(settings -> settings.limit(LimitKey.MAX_SIGNAL_AGE, "none"));
        request.age = Duration.ofDays(365);
        assertThat(request.check(new SignalAgeCheck()).passed()).isTrue();
        request.age = Duration.ofDays(-1);
        assertThat(request.check(new SignalAgeCheck()).code()).isEqualTo("SIGNAL_FROM_FUTURE");
    }

    @ParameterizedTest
    @CsvSource({"9, true", "10, true", "10.01, false"})
    void quantityIsAtMostWhatWasSet(String quantity, boolean passes) {
        request.quantity = quantity;
        request.with(settings -> settings.limit(LimitKey.MAX_ORDER_QUANTITY, "10"));
        assertThat(request.check(new OrderQuantityCheck()).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "105, true",
        "105.01, false",
        "95, true",
        "94.99, false",
        "105.000001, false",
        "100, true"
    })
    void priceIsWithinTheCollar(String price, boolean passes) {
        request.reference = "100";
        request.price = price;
        CheckResult result = request.check(new PriceCollarCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.numbers()).containsKeys("price", "reference", "distance percent");
    }

    @Test
    void withoutAReferencePaperPassesAndLiveFails() {
        assertThat(request.check(new PriceCollarCheck()).passed()).isTrue();
        request.with(settings -> settings.live());
        CheckResult live = request.check(new PriceCollarCheck());
        assertThat(live.passed()).isFalse();
        assertThat(live.text()).contains("100");
    }

    @ParameterizedTest
    @CsvSource({"48, false, true", "49, false, true", "50, false, false", "50, true, true"})
    void openPositionsAreCounted(int open, boolean isOpen, boolean passes) {
        request.open = open;
        request.isOpen = isOpen;
        assertThat(request.check(new OpenPositionsCheck()).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"58, true", "59, true", "60, false"})
    void ordersOfAMinuteAreCounted(int before, boolean passes) {
        request.rate = new OrderCounts(before, before, before);
        CheckResult result = request.check(new OrderRateCheck());
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.numbers()).containsEntry("limit", "60");
    }

    @ParameterizedTest
    @CsvSource({"9, 18, true", "10, 18, false", "9, 19, true", "9, 20, false"})
    void ordersOfAMinuteAreCountedWhereTheLimitWasSet(int strategy, int account, boolean passes) {
        request.with(settings ->
                settings.limit(LimitKey.MAX_ORDERS_PER_MINUTE, "10")
                        .accountLimit(LimitKey.MAX_ORDERS_PER_MINUTE, "20"));
        request.rate = new OrderCounts(strategy, account, 1_000);
        assertThat(request.check(new OrderRateCheck()).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"11, 100, true", "10, 100, true", "9.99, 100, false", "100, 9.99, true"})
    void strategyMayHaveToStayLong(String strategy, String account, boolean passes) {
        request.side = Side.SELL;
        request.strategyNet = strategy;
        request.accountNet = account;
        request.with(settings -> settings.longOnly());
        assertThat(request.check(new ShortCheck()).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "9.99, false"})
    void accountMayHaveToStayLong(String account, boolean passes) {
        request.side = Side.SELL;
        request.accountNet = account;
        request.with(settings -> settings.accountLongOnly());
        CheckResult result = request.check(new ShortCheck());
        assertThat(result.passed()).isEqualTo(passes);
    }

    @Test
    void buyingOpensNoShortThoughTheAccountIsShort() {
        request.accountNet = "-100";
        request.with(settings -> settings.longOnly().accountLongOnly());
        assertThat(request.check(new ShortCheck()).passed()).isTrue();
    }

    @Test
    void everyCheckIsMadeAndTheFirstThatFailsNamesTheDenial() {
        request.state = TradingState.REDUCING;
        request.quantity = "100000";

        var results = RiskChecks.check(request.request());

        assertThat(results).hasSize(21).allMatch(result -> "AAPL".equals(result.subject()));
        assertThat(RiskChecks.firstFailed(results).orElseThrow().code()).isEqualTo("ONLY_REDUCING");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:34:59Z, false",
        "2026-11-23T14:35:00Z, true",
        "2026-11-23T20:29:59Z, true",
        "2026-11-23T20:30:00Z, false"
    })
    void deniesOutsideTheEntryWindow(String now, boolean passed) {
        var request = new TestRequest();
        request.now = Instant.parse(now);

        CheckResult check =
                request.with(demo -> demo.entryWindow("mon-fri 09:35-15:30 America/New_York"))
                        .check(new EntryWindowCheck());

        assertThat(check.code()).isEqualTo("OUTSIDE_WINDOW");
        assertThat(check.passed()).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:54:59Z, true",
        "2026-11-23T20:55:00Z, false",
        "2026-11-24T04:59:59Z, false",
        "2026-11-24T05:00:00Z, true"
    })
    void deniesFromFlatByToMidnight(String now, boolean passed) {
        var request = new TestRequest();
        request.now = Instant.parse(now);

        CheckResult check =
                request.with(demo -> demo.flatBy("15:55 America/New_York"))
                        .check(new EntryWindowCheck());

        assertThat(check.passed()).isEqualTo(passed);
    }

    @Test
    void saysWhichWindowAndWhatTimeItIsThere() {
        CheckResult check =
                new TestRequest()
                        .with(demo -> demo.entryWindow("11:00-12:00 America/New_York"))
                        .check(new EntryWindowCheck());

        assertThat(check.text())
                .isEqualTo(
                        "Entries are allowed 11:00-12:00 America/New_York, it is Mon 10:00 there");
        assertThat(check.numbers())
                .containsEntry("window", "11:00-12:00 America/New_York")
                .containsEntry("now", "Mon 10:00");
    }
}
