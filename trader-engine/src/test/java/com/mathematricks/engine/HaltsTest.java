package com.mathematricks.engine;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.scenario.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HaltsTest {

    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "100");

    private void differs(String cause) {
        story.take(
                Optional.of(
                        Halts.reducing(
                                Scenario.PAPER, "POSITIONS_DIFFER", cause, story.situation())));
    }

    private ScopeState state() {
        return story.book().state(StateScope.of(Scenario.PAPER)).orElseThrow();
    }

    @Test
    void accountThatOnlyReducesCancelsWhatEnlargesAndKeepsItsStops() {
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();
        story.decide(exit("AAPL").ifBelow("90"));
        story.decide(buy("MSFT").quantity("3").limit("95"));

        differs("positions differ");

        assertThat(state().state()).isEqualTo(TradingState.REDUCING);
        assertThat(story.cancels()).containsExactly("BUY 3 MSFT");
        assertThat(story.notes()).containsExactly("POSITIONS_DIFFER");
    }

    @Test
    void accountThatIsHaltedStaysHaltedAndIsToldOnce() {
        story.state(StateScope.of(Scenario.PAPER), TradingState.HALTED);

        differs("one differs");
        assertThat(state().state()).isEqualTo(TradingState.HALTED);
        assertThat(state().cause()).isEqualTo("one differs; halted before: a test");
        assertThat(Halts.isKnown(Scenario.PAPER, "one differs", story.book())).isTrue();
        assertThat(Halts.isKnown(Scenario.PAPER, "one", story.book())).isFalse();

        differs("two differ");
        assertThat(state().cause()).isEqualTo("two differ; halted before: a test");
    }
}
