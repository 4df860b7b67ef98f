package com.mathematricks.engine.execution;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.order.OrderStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverdueTest {

    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "200");

    private void secondsLater(int seconds) {
        story.wait(Duration.ofSeconds(seconds));
        story.take(Overdue.step(story.book(), story.now()));
    }

    @Test
    void tellsOnceOfAnExitThatWaitsForItsStopsEnd() {
        story.decide(buy("AAPL").quantity("10")).orders();
        story.fillAll();
        story.decide(exit("AAPL").ifBelow("90"));
        var stop = story.order("SELL 10 AAPL STOP 90");
        story.decide(exit("AAPL"));

        secondsLater(10);
        assertThat(story.notes()).isEmpty();
        secondsLater(1);
        assertThat(story.notes()).containsExactly("EXIT_WAITING");
        assertThat(story.order("SELL 10 AAPL").progress().reason()).contains(stop.id().toString());
        secondsLater(60);
        assertThat(story.notes()).hasSize(1);

        story.sent();
        story.cancelled(stop);
        assertThat(story.sent()).containsExactly("SELL 10 AAPL");
    }

    @Test
    void entryIsCalledBackAtItsDeadline() {
        story.decide(buy("AAPL").quantity("10").limit("90").cancelAfter(30).stopLoss("80"));
        var entry = story.order("BUY 10 AAPL");
        story.filled(entry, "4", "90");
        secondsLater(29);
        assertThat(story.cancels()).isEmpty();
        secondsLater(1);
        assertThat(story.cancels()).containsExactly("BUY 10 AAPL");
        secondsLater(1);
        assertThat(story.cancels()).isEmpty();

        story.cancelled(entry);
        assertThat(story.working()).containsExactly(story.order("SELL 4 AAPL STOP 80"));
        assertThat(story.order(entry.id()).progress().reason()).isEqualTo("as asked");
    }

    @Test
    void entryThatStillWaitsAtItsDeadlineIsNeverSent() {
        story.decide(buy("AAPL").quantity("10"));
        story.fillAll();
        story.decide(sell("AAPL").quantity("15").cancelAfter(5)).orders();
        story.sent();
        secondsLater(5);
        story.filled(story.order("SELL 10 AAPL"), "100");
        assertThat(story.sent()).isEmpty();
        assertThat(story.working()).isEmpty();
    }

    @Test
    void deadlineOfALegBreaksTheCombination() {
        story.decide(
                buy("AAPL").quantity("3").cancelAfter(10),
                sell("MSFT").quantity("2").cancelAfter(10));
        secondsLater(10);
        assertThat(story.cancels()).containsExactly("BUY 3 AAPL");
        assertThat(story.notes()).containsExactly("LEGS_BROKEN");
    }

    @Test
    void legThatDoesNotFillBreaksTheCombination() {
        story.decide(buy("AAPL").quantity("3"), sell("MSFT").quantity("2"));
        var first = story.order("BUY 3 AAPL");
        var second = story.order("SELL 2 MSFT");

        secondsLater(60);
        assertThat(story.cancels()).isEmpty();
        secondsLater(1);

        assertThat(story.cancels()).containsExactly("BUY 3 AAPL");
        assertThat(story.order(second.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(story.notes()).containsExactly("LEGS_BROKEN");
        assertThat(story.decide(buy("MSFT").quantity("1")).code()).isEqualTo("ONLY_REDUCING");

        secondsLater(100);
        story.cancelled(first);
        assertThat(story.notes()).hasSize(1);
        assertThat(story.sent()).containsExactly("BUY 3 AAPL");
    }

    @Test
    void orderAloneMayRest() {
        story.decide(buy("AAPL").quantity("3").limit("90"));
        secondsLater(1_000);
        assertThat(story.cancels()).isEmpty();
        assertThat(story.entries()).hasSize(2);
    }
}
