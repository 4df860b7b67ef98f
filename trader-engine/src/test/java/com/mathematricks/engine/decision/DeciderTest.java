package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeciderTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private void denies(Decision decision, String code, String... words) {
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.DENIED);
        assertThat(decision.code()).isEqualTo(code);
        assertThat(decision.reason()).isNotBlank();
        for (String word : words) {
            assertThat(decision.reason()).contains(word);
        }
        assertThat(decision.checks()).anyMatch(check -> check.code().equals(code));
        assertThat(story.sent()).isEmpty();
    }

    private Signal to(Signal signal, StrategyName strategy, AccountId account) {
        return new Signal(
                SignalKey.of(strategy, signal.id()),
                signal.id(),
                strategy,
                signal.format(),
                signal.receivedAt(),
                signal.sentAt(),
                account,
                null,
                null,
                null,
                signal.legs());
    }

    @Test
    void strategyHasToBeKnown() {
        Signal signal = story.signal(buy("AAPL").quantity("1"));
        denies(
                story.decide(to(signal, new StrategyName("nobody"), Scenario.PAPER)),
                "STRATEGY_UNKNOWN",
                "nobody");
    }

    @Test
    void archivedStrategyIsUnknown() {
        story.with(settings -> settings.archived());
        denies(story.decide(buy("AAPL").quantity("1")), "STRATEGY_UNKNOWN");
    }

    @Test
    void accountHasToBeTheStrategys() {
        Signal signal = story.signal(buy("AAPL").quantity("1"));
        denies(
                story.decide(to(signal, Scenario.DEMO, new AccountId("other"))),
                "ACCOUNT_NOT_ALLOWED",
                "other",
                "paper");
    }

    @Test
    void instrumentHasToBeKnown() {
        denies(
                story.decide(buy("NOWHERE:THING").quantity("1").price("1")),
                "INSTRUMENT_UNKNOWN",
                "NOWHERE");
    }

    @Test
    void liveTradesNothingDerived() {
        story.with(settings -> settings.live());
        denies(story.decide(buy("ZZZZ").quantity("1").price("1")), "INSTRUMENT_UNKNOWN", "ZZZZ");
    }

    @Test
    void openingNeedsAPrice() {
        denies(story.decide(buy("MSFT").quantity("1")), "NO_PRICE", "MSFT");
    }

    @Test
    void openingNeedsASize() {
        denies(story.decide(buy("AAPL")), "QUANTITY_INVALID", "default_quantity");
        denies(story.decide(buy("AAPL").quantity("0.9")), "QUANTITY_INVALID", "0.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+2147483647",
                "1e400",
                "1E-2147483647",
                "1e16",
                "-1",
                "1000000000000000.1"
            })
    void quantityThatNobodyTradesIsInvalid(String quantity) {
        denies(story.decide(buy("AAPL").quantity(quantity)), "QUANTITY_INVALID", "AAPL");
        denies(story.decide(exit("AAPL").quantity(quantity)), "QUANTITY_INVALID", "AAPL");
    }

    @Test
    void positionThatNobodyHoldsIsInvalid() {
        denies(story.decide(buy("AAPL").position("0", "1E+33")), "QUANTITY_INVALID", "AAPL");
    }

    @Test
    void priceThatNobodyPaysIsNone() {
        denies(
                story.decide(buy("AAPL").quantity("1000000000000000").price("1E+33")),
                "NO_PRICE",
                "AAPL");
    }

    @Test
    void priceOfManyDigitsIsValued() {
        var decision =
                story.decide(
                        buy("BTCUSDT")
                                .quantity("0.00123")
                                .price("60000.1234567890123456789012345678"));
        assertThat(decision.code()).isEqualTo("APPROVED");
    }

    @Test
    void tinyPriceIsSized() {
        story.with(settings -> settings.sizing(SizingMode.FIXED_NOTIONAL, "1000"));
        denies(
                story.decide(buy("AAPL").price("0.000000000000000000000000000001")),
                "QUANTITY_INVALID");
    }

    @Test
    void exitGoesThoughAStopLossStandsBesideIt() {
        story.decide(buy("AAPL").quantity("1"));
        story.fillAll().sent();
        assertThat(story.decide(exit("AAPL").stopLoss("90")).code()).isEqualTo("APPROVED");
    }

    @Test
    void decisionNamesSettingsPriceAndTimes() {
        Decision decision = story.decide(buy("AAPL").quantity("1").price("101"));
        assertThat(decision.settingsVersion()).isEqualTo(1);
        assertThat(String.valueOf(decision.referencePrice())).isEqualTo("101");
        assertThat(decision.decidedAt()).isEqualTo(Scenario.START);
        assertThat(decision.checks()).hasSize(21).allMatch(check -> check.passed());
        assertThat(decision.sizing()).isNotEmpty();
    }

    @Test
    void answerIsKeptUnderTheSignalsKey() {
        Decision decision = story.decide(buy("AAPL").quantity("1"));
        var answer = story.book().answer(decision.key()).orElseThrow();
        assertThat(answer.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        assertThat(answer.sequence()).isEqualTo(story.book().sequence());
    }
}
