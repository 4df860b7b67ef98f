package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.performance.ClosingTimes;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.OnLoss;
import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A strategy with a capital of 100000 in an account of 100000 holds 100 AAPL, bought at 100.
class LossWatchTest {

    private static final StateScope DEMO = StateScope.of(Scenario.DEMO);
    private static final StateScope PAPER = StateScope.of(Scenario.PAPER);

    private final LossWatch watch =
            new LossWatch(new ClosingTimes(17, ZoneId.of("America/New_York")));
    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "100");

    @BeforeEach
    void buy() {
        story.decide(TestSignal.buy("AAPL").quantity("100"));
        story.fillAll().sent();
    }

    private LossWatchTest limit(LimitKey key, String percent) {
        story.with(settings -> settings.limit(key, percent));
        return this;
    }

    private LossWatchTest look() {
        story.take(watch.step(story.situation()));
        return this;
    }

    private LossWatchTest at(String price) {
        story.price("AAPL", price);
        return look();
    }

    private TradingState state(StateScope scope) {
        return story.book().state(scope).map(known -> known.state()).orElse(TradingState.ACTIVE);
    }

    private String from(StateScope scope, LossRule rule) {
        return story.book()
                .baseline(new LossBaseline.Key(scope, rule))
                .map(baseline -> baseline.from().amount().toPlainString())
                .orElse("none");
    }

    /// 1 % of 100000 are 10 a share.
    @ParameterizedTest
    @CsvSource({"90.01, ACTIVE", "90, REDUCING", "89.99, REDUCING", "150, ACTIVE"})
    void dailyLossStopsTheStrategyWithoutAnySignal(String price, TradingState state) {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at(price);
        assertThat(state(DEMO)).isEqualTo(state);
        assertThat(state(PAPER)).isEqualTo(TradingState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"108.01, ACTIVE", "108, REDUCING", "107.99, REDUCING"})
    void drawdownCountsFromTheHighestEquity(String price, TradingState state) {
        // 102000 at its highest, of which 1.17647 % are 1199.9994: 12 a share
        limit(LimitKey.MAX_DRAWDOWN_PERCENT, "1.17647").look().at("120").at(price);
        assertThat(state(DEMO)).isEqualTo(state);
        assertThat(from(DEMO, LossRule.DRAWDOWN)).isEqualTo("102000");
    }

    @Test
    void saysOnceWhatStoppedItAndWhatLiftsIt() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at("88").look().at("70");

        assertThat(story.notes()).containsExactly("DAILY_LOSS");
        Entry entry = story.entries().getLast();
        assertThat(entry.kind()).isEqualTo(EntryKind.STATE_CHANGED);
        assertThat(entry.changes().getLast())
                .isEqualTo(
                        new Change.Noted(
                                "DAILY_LOSS",
                                "1200 USD of daily loss of strategy demo since 2026-11-23T15:00:00Z: equity is 98800 USD, it was 100000 USD, and at most 1000 USD (1 %) may be lost. Only orders that shrink a position leave until a person resumes strategy demo; losses count from then on",
                                Scenario.DEMO,
                                null));
    }

    @Test
    void cancelsWhatEnlargesAndLeavesWhatProtects() {
        story.decide(TestSignal.exit("AAPL").ifBelow("50"));
        story.decide(TestSignal.buy("MSFT").quantity("1").limit("90"));
        story.cancels();
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at("88");

        assertThat(story.cancels()).containsExactly("BUY 1 MSFT");
        assertThat(story.decide(TestSignal.buy("NVDA").price("50").quantity("1")).code())
                .isEqualTo("ONLY_REDUCING");
        assertThat(story.decide(TestSignal.exit("AAPL")).code()).isEqualTo("APPROVED");
    }

    @Test
    void signalThatComesBeforeTheNextLookIsDenied() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look();
        story.price("AAPL", "88");

        assertThat(story.decide(TestSignal.buy("MSFT").quantity("1")).code())
                .isEqualTo("DAILY_LOSS");
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "none").limit(LimitKey.MAX_DRAWDOWN_PERCENT, "1");
        look();
        story.price("AAPL", "70");
        assertThat(story.decide(TestSignal.buy("MSFT").quantity("1")).code()).isEqualTo("DRAWDOWN");
    }

    @Test
    void dayBeginsAtItsHour() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at("95");
        // 17:00 in New York
        story.at("2026-11-23T21:59:59Z");
        look();
        assertThat(from(DEMO, LossRule.DAILY_LOSS)).isEqualTo("100000");
        story.at("2026-11-23T22:00:00Z");
        look();
        assertThat(from(DEMO, LossRule.DAILY_LOSS)).isEqualTo("99500");

        // 0.5 % of the day before and 0.9 % of this one
        at("86.05");
        assertThat(state(DEMO)).isEqualTo(TradingState.ACTIVE);
        at("85.05");
        assertThat(state(DEMO)).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void newDayLiftsNothing() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at("88");
        story.wait(Duration.ofDays(3));
        look();
        assertThat(state(DEMO)).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void resumedItIsNotStoppedAgainForTheSameLoss() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").limit(LimitKey.MAX_DRAWDOWN_PERCENT, "1");
        look().at("88");
        story.command(TestCommand.of(ControlAction.RESUME, "strategy demo"));

        assertThat(story.decide(TestSignal.buy("MSFT").quantity("1")).code()).isEqualTo("APPROVED");
        look().at("80");
        assertThat(state(DEMO)).isEqualTo(TradingState.ACTIVE);
        assertThat(from(DEMO, LossRule.DAILY_LOSS)).isEqualTo("98800");
        assertThat(from(DEMO, LossRule.DRAWDOWN)).isEqualTo("98800");

        // 988 more than the 1200 that were forgiven
        at("78.12");
        assertThat(state(DEMO)).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void pauseAndResumeForgiveNothing() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at("92");
        story.command(TestCommand.of(ControlAction.PAUSE, "strategy demo"));
        story.command(TestCommand.of(ControlAction.RESUME, "strategy demo"));
        at("90");
        assertThat(state(DEMO)).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void survivesARestart() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look().at("88");
        var replayed = new Book("EPOCH");
        story.entries().forEach(replayed::apply);
        var restored = new Book(story.book().snapshot());

        for (Book book : new Book[] {replayed, restored}) {
            assertThat(book.baselines()).containsExactlyElementsOf(story.book().baselines());
            assertThat(book.baselines()).allMatch(LossBaseline::reached);
            assertThat(book.state(DEMO)).isEqualTo(story.book().state(DEMO));
        }
    }

    @Test
    void withdrawalIsNoLoss() {
        story.with(settings -> settings.accountLimit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1"));
        look();
        story.deposit("-50000");
        look();
        assertThat(state(PAPER)).isEqualTo(TradingState.ACTIVE);
        assertThat(from(PAPER, LossRule.DAILY_LOSS)).isEqualTo("50000");
        at("95");
        assertThat(state(PAPER)).isEqualTo(TradingState.REDUCING);
    }

    @Test
    void haltsIfSoSet() {
        story.with(settings -> settings.onLoss(OnLoss.HALT));
        limit(LimitKey.MAX_DRAWDOWN_PERCENT, "1").look().at("88");
        assertThat(state(DEMO)).isEqualTo(TradingState.HALTED);
        assertThat(story.decide(TestSignal.exit("AAPL")).code()).isEqualTo("TRADING_HALTED");
    }

    @Test
    void whatIsHaltedAlreadyStaysSoAndKeepsItsCause() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").look();
        story.command(TestCommand.of(ControlAction.HALT, "strategy demo").because("a doubt"));
        at("88");
        var known = story.book().state(DEMO).orElseThrow();
        assertThat(known.state()).isEqualTo(TradingState.HALTED);
        assertThat(known.cause()).startsWith("1200 USD of daily loss").contains("a doubt");
    }

    @Test
    void eachLimitCountsWhereItWasSet() {
        var second = new AccountId("second");
        story.strategy(
                new StrategyName("other"),
                second,
                settings -> settings.accountLimit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1"));
        story.overall(LimitKey.MAX_DAILY_LOSS_PERCENT, "1");
        // 1 % of both accounts are 2000: 20 a share
        look().at("80.01");
        assertThat(state(StateScope.ALL)).isEqualTo(TradingState.ACTIVE);
        at("80");
        assertThat(state(StateScope.ALL)).isEqualTo(TradingState.REDUCING);
        assertThat(state(DEMO)).isEqualTo(TradingState.ACTIVE);
        assertThat(state(StateScope.of(second))).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void limitThatIsTurnedOffLeavesNoBaselineBehind() {
        limit(LimitKey.MAX_DRAWDOWN_PERCENT, "10").look().at("150");
        limit(LimitKey.MAX_DRAWDOWN_PERCENT, "none").at("100");
        assertThat(story.book().baselines()).isEmpty();

        limit(LimitKey.MAX_DRAWDOWN_PERCENT, "1").look();
        assertThat(from(DEMO, LossRule.DRAWDOWN)).isEqualTo("100000");
        assertThat(state(DEMO)).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void writesNothingWhileNothingChanges() {
        limit(LimitKey.MAX_DAILY_LOSS_PERCENT, "1").limit(LimitKey.MAX_DRAWDOWN_PERCENT, "10");
        look();
        int entries = story.entries().size();
        at("100.5").at("99").at("100.9");
        assertThat(story.entries()).hasSize(entries);
        // A hundredth of the limit: 0.1 % of 100000
        at("101");
        assertThat(story.entries()).hasSize(entries + 1);
        assertThat(story.entries().getLast().kind()).isEqualTo(EntryKind.TRIGGERED);
    }
}
