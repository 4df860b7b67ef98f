package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.enter;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestCommand;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// At most 2 trades within 60 s.
class RepeatedExecutionTest {

    private final Scenario story =
            new Scenario()
                    .price("AAPL", "100")
                    .price("MSFT", "100")
                    .with(settings ->
                            settings.limit(LimitKey.MAX_EXECUTIONS, "2")
                                    .limit(LimitKey.EXECUTIONS_WINDOW, "60"));

    private String enterOnce() {
        return story.decide(enter(Side.BUY, "AAPL").quantity("1")).code();
    }

    private TradingState state() {
        return story.book()
                .state(StateScope.of(Scenario.DEMO))
                .map(known -> known.state())
                .orElse(TradingState.ACTIVE);
    }

    @Test
    void oneTooManyIsDeniedAndPausesTheStrategy() {
        enterOnce();
        assertThat(enterOnce()).isEqualTo("APPROVED");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);

        assertThat(enterOnce()).isEqualTo("REPEATED_EXECUTION");
        assertThat(state()).isEqualTo(TradingState.PAUSED);
        assertThat(story.notes()).containsExactly("REPEATED_EXECUTION");

        story.wait(Duration.ofHours(1));
        assertThat(enterOnce()).isEqualTo("STRATEGY_PAUSED");
        assertThat(story.notes()).hasSize(1);
        assertThat(story.fillAll().decide(exit("AAPL")).code()).isEqualTo("APPROVED");
    }

    @Test
    void resumedItCountsFromThen() {
        enterOnce();
        enterOnce();
        enterOnce();
        story.command(TestCommand.of(ControlAction.RESUME, "strategy demo"));
        story.wait(Duration.ofSeconds(1));

        enterOnce();
        assertThat(enterOnce()).isEqualTo("APPROVED");
        assertThat(enterOnce()).isEqualTo("REPEATED_EXECUTION");
    }

    @Test
    void whatIsOlderThanTheWindowCountsForNothing() {
        enterOnce();
        story.wait(Duration.ofSeconds(30));
        enterOnce();
        story.wait(Duration.ofSeconds(31));
        assertThat(enterOnce()).isEqualTo("APPROVED");
        assertThat(enterOnce()).isEqualTo("REPEATED_EXECUTION");
    }

    @Test
    void signalCountsOnceWhateverItsOrdersAre() {
        story.decide(buy("AAPL").quantity("1"), buy("MSFT").quantity("1"));
        story.fillAll();
        // Closes, then opens the other side.
        assertThat(story.decide(sell("AAPL").quantity("2")).code()).isEqualTo("APPROVED");
        assertThat(enterOnce()).isEqualTo("REPEATED_EXECUTION");
    }

    @Test
    void exitsCountAndStopsDoNot() {
        enterOnce();
        story.fillAll();
        story.decide(exit("AAPL").ifBelow("50"));
        story.decide(exit("AAPL"));
        story.fillAll();
        assertThat(enterOnce()).isEqualTo("REPEATED_EXECUTION");
    }

    @Test
    void survivesARestart() {
        enterOnce();
        enterOnce();
        assertThat(new Book(story.book().snapshot()).executions(Scenario.DEMO)).hasSize(2);
    }
}
