package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.add;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The portfolio is judged as it would be after the orders.
class PortfolioTest {

    private static final StrategyName OTHER = new StrategyName("other");

    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "100");

    private void limit(LimitKey key, String word) {
        story.with(settings -> settings.limit(key, word));
    }

    @Test
    void workingEntryCountsAsFilled() {
        limit(LimitKey.MAX_POSITION_PERCENT, "1");
        story.decide(enter(Side.BUY, "AAPL").quantity("6").limit("100"));

        // 600 working + 500 > 1000
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("5")).code())
                .isEqualTo("POSITION_LIMIT");
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("4")).code())
                .isEqualTo("APPROVED");
    }

    @Test
    void workingExitCountsForNothing() {
        limit(LimitKey.MAX_POSITION_PERCENT, "1");
        story.decide(buy("AAPL").quantity("6"));
        story.fillAll();
        story.decide(exit("AAPL"));

        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("5")).code())
                .isEqualTo("POSITION_LIMIT");
    }

    @Test
    void ownExitCountsAsFilled() {
        limit(LimitKey.MAX_POSITION_PERCENT, "1");
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();

        assertThat(story.decide(sell("AAPL").quantity("20")).code()).isEqualTo("APPROVED");
    }

    @Test
    void ownCancelledEntryCountsForNothing() {
        limit(LimitKey.MAX_POSITION_PERCENT, "1");
        story.decide(buy("AAPL").quantity("4"));
        story.fillAll();
        story.decide(add("AAPL").quantity("6").limit("90"));

        // The entry is cancelled, the 4 are sold: 10 short are 1000.
        assertThat(story.decide(sell("AAPL").quantity("14")).code()).isEqualTo("APPROVED");
    }

    @Test
    void strategiesAreNeverNetted() {
        limit(LimitKey.MAX_POSITION_PERCENT, "1");
        story.strategy(
                OTHER,
                Scenario.PAPER,
                settings -> settings.limit(LimitKey.MAX_POSITION_PERCENT, "1"));
        story.decide(buy("AAPL").quantity("8"));
        story.fillAll();

        assertThat(story.from(OTHER).decide(sell("AAPL").quantity("3")).code())
                .isEqualTo("POSITION_LIMIT");
    }

    @Test
    void accountsSumMayNotBeShort() {
        story.with(settings -> settings.accountLongOnly());
        story.strategy(OTHER, Scenario.PAPER, settings -> settings.accountLongOnly());
        story.decide(buy("AAPL").quantity("8"));
        story.fillAll().from(OTHER);

        assertThat(story.decide(sell("AAPL").quantity("9")).code()).isEqualTo("SHORT_NOT_ALLOWED");
        assertThat(story.decide(sell("AAPL").quantity("8")).code()).isEqualTo("APPROVED");
    }

    @Test
    void openPositionsCountWorkingEntries() {
        limit(LimitKey.MAX_OPEN_POSITIONS, "1");
        story.decide(buy("AAPL").quantity("1").limit("90"));

        assertThat(story.decide(buy("MSFT").quantity("1")).code()).isEqualTo("OPEN_POSITIONS");
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("1")).code())
                .isEqualTo("APPROVED");
    }

    @Test
    void ordersOfTheLastMinuteCount() {
        limit(LimitKey.MAX_ORDERS_PER_MINUTE, "2");
        story.decide(enter(Side.BUY, "AAPL").quantity("1"));
        story.decide(enter(Side.BUY, "AAPL").quantity("1"));
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("1")).code())
                .isEqualTo("ORDER_RATE");

        story.wait(Duration.ofSeconds(61));
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("1")).code())
                .isEqualTo("APPROVED");
    }

    @Test
    void sizeIsReducedToTheLimitWhereAskedFor() {
        story.with(settings ->
                settings.limit(LimitKey.MAX_POSITION_PERCENT, "1")
                        .limit(LimitKey.MAX_ORDER_QUANTITY, "9")
                        .reduceOnLimit());

        var decision = story.decide(buy("AAPL").quantity("50"));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.PARTLY);
        assertThat(decision.code()).isEqualTo("ORDER_QUANTITY");
        assertThat(decision.sizing()).anyMatch(line -> line.startsWith("reduced from 50 to 9"));
        assertThat(story.sent()).containsExactly("BUY 9 AAPL");
    }

    @Test
    void whatCannotBeReducedIsDenied() {
        story.with(settings -> settings.limit(LimitKey.MAX_ORDER_QUANTITY, "9").reduceOnLimit());
        story.aged(Duration.ofHours(1));

        assertThat(story.decide(buy("AAPL").quantity("50")).code()).isEqualTo("SIGNAL_STALE");
    }

    @Test
    void twoAccountsShareTheTotal() {
        story.strategy(OTHER, new AccountId("second"), _ -> {});
        // 40 % of 200,000 = 80,000
        assertThat(story.decide(buy("AAPL").quantity("801")).code()).isEqualTo("BROKER_ALLOCATION");
        assertThat(story.decide(buy("AAPL").quantity("800")).code()).isEqualTo("APPROVED");
    }

    @Test
    void strategysCapitalIsItsOwn() {
        story.with(settings -> settings.capital("1000"));
        limit(LimitKey.LEVERAGE, "1");
        story.strategy(OTHER, Scenario.PAPER, _ -> {});
        story.from(OTHER).decide(buy("AAPL").quantity("50"));
        story.fillAll().from(Scenario.DEMO);

        story.decide(enter(Side.BUY, "AAPL").quantity("6").limit("100"));

        // 600 working + 500 > 1000
        assertThat(story.decide(enter(Side.BUY, "MSFT").quantity("5")).code())
                .isEqualTo("STRATEGY_CAPITAL");
        assertThat(story.decide(enter(Side.BUY, "MSFT").quantity("4")).code())
                .isEqualTo("APPROVED");
    }

    @Test
    void shortsAddToTheGrossAndTakeFromTheNet() {
        limit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "1");
        limit(LimitKey.MAX_GROSS_LEVERAGE, "0.02");
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("1")).code())
                .isEqualTo("NET_EXPOSURE");

        story.decide(sell("MSFT").quantity("6"));
        // Not filled yet: it does not make room.
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("1")).code())
                .isEqualTo("NET_EXPOSURE");
        story.fillAll();

        // 1000 long − 600 short + 400; 1000 + 600 + 400 = 2000
        assertThat(story.decide(enter(Side.BUY, "AAPL").quantity("4")).code())
                .isEqualTo("APPROVED");
        assertThat(story.decide(enter(Side.SELL, "MSFT").quantity("1")).code())
                .isEqualTo("GROSS_LEVERAGE");
    }

    @Test
    void sizeIsReducedToWhatNetExposureLeaves() {
        limit(LimitKey.MAX_NET_EXPOSURE_PERCENT, "1");
        story.with(settings -> settings.reduceOnLimit());
        assertThat(story.decide(buy("AAPL").quantity("50")).code()).isEqualTo("NET_EXPOSURE");
        assertThat(story.sent()).containsExactly("BUY 10 AAPL");
    }
}
