package com.mathematricks.engine.command;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.model.control.ControlAction.ACCEPT;
import static com.mathematricks.model.control.ControlAction.RESUME;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptingTest {

    private static final TestCommand ACCEPT_PAPER = TestCommand.of(ACCEPT, "account paper");

    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "50");

    @BeforeEach
    void holdTen() {
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll().sent();
    }

    private void brokerHas(Difference... differences) {
        story.brokerHas(new BrokerSide.Seen(List.of(differences)));
    }

    private static Difference difference(String instrument, String ours, String theirs) {
        return new Difference(
                new InstrumentId(instrument), NetQuantity.of(ours), NetQuantity.of(theirs));
    }

    private String held(String instrument) {
        return story.book().positions().stream()
                .filter(position -> position.key().instrument().value().equals(instrument))
                .map(position -> position.key().strategy() + " " + position.quantity())
                .toList()
                .toString();
    }

    @Test
    void booksTheDifferenceToUnassignedAndLeavesTheEquityAlone() {
        Money before = story.valuation().equity(story.balance());
        brokerHas(difference("AAPL", "10", "7"), difference("MSFT", "0", "2"));

        ControlOutcome outcome = story.command(ACCEPT_PAPER);

        assertThat(outcome.status()).isEqualTo(ControlStatus.DONE);
        assertThat(outcome.text())
                .isEqualTo(
                        "The broker's side is taken: AAPL: ours 10, broker's 7, so -3 AAPL is booked to unassigned at 100; MSFT: ours 0, broker's 2, so +2 MSFT is booked to unassigned at 50");
        assertThat(held("AAPL")).isEqualTo("[demo 10, unassigned -3]");
        assertThat(held("MSFT")).isEqualTo("[unassigned 2]");
        assertThat(story.valuation().equity(story.balance())).isEqualTo(before);
        // 100,000 − 10 × 100 for demo, + 3 × 100 − 2 × 50 for what is unassigned.
        assertThat(story.balance().cash()).isEqualTo(Money.of("99200", Currency.USD));
        assertThat(story.notes()).containsExactly("POSITION_ADJUSTED");
    }

    @Test
    void takesOneInstrumentWhereOneIsNamed() {
        brokerHas(difference("AAPL", "10", "7"), difference("MSFT", "0", "2"));

        story.command(TestCommand.of(ACCEPT, "account paper").in("MSFT"));

        assertThat(held("AAPL")).isEqualTo("[demo 10]");
        assertThat(held("MSFT")).isEqualTo("[unassigned 2]");
    }

    @Test
    void accountThatOnlyReducedCanBeResumed() {
        story.state(StateScope.of(Scenario.PAPER), TradingState.REDUCING);
        brokerHas(difference("MSFT", "0", "2"));

        assertThat(story.command(ACCEPT_PAPER).details())
                .singleElement()
                .asString()
                .startsWith("resume account paper to trade on: it is REDUCING since");
        story.command(TestCommand.of(RESUME, "account paper"));

        assertThat(story.book().state(StateScope.of(Scenario.PAPER)).orElseThrow().state())
                .isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void flattenClosesWhatIsUnassigned() {
        brokerHas(difference("MSFT", "0", "2"));
        story.command(ACCEPT_PAPER);

        assertThat(story.command(TestCommand.flatten("strategy unassigned")).text())
                .isEqualTo("Sells 2 MSFT of unassigned at market");
    }

    @Test
    void whatChangedMeanwhileOrHasNoPriceIsLeft() {
        brokerHas(
                difference("AAPL", "9", "7"),
                difference("NVDA", "0", "1"),
                difference("MSFT", "0", "2"));

        ControlOutcome outcome = story.command(ACCEPT_PAPER);

        assertThat(outcome.status()).isEqualTo(ControlStatus.PARTLY);
        assertThat(outcome.details())
                .containsExactly("AAPL changed meanwhile, ask again", "no price of NVDA is known");
        assertThat(held("MSFT")).isEqualTo("[unassigned 2]");
    }

    @Test
    void booksNothingWhereNothingDiffersOrNothingIsKnown() {
        brokerHas();
        assertThat(story.command(ACCEPT_PAPER).text())
                .isEqualTo(
                        "Nothing to accept: every position of account paper is the same at the broker");
        story.brokerHas(new BrokerSide.Unseen("it is down"));
        assertThat(story.command(ACCEPT_PAPER).text())
                .isEqualTo("What the broker of account paper holds is not known: it is down");
        assertThat(
                        Stream.of("all", "strategy demo")
                                .map(scope ->
                                        story.command(TestCommand.of(ACCEPT, scope)).status()))
                .containsOnly(ControlStatus.REFUSED);
        assertThat(story.notes()).isEmpty();
    }
}
