package com.mathematricks.engine.command;

import static com.mathematricks.engine.scenario.TestCommand.cancel;
import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static com.mathematricks.engine.scenario.TestSignal.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import org.junit.jupiter.api.Test;

class CancellingTest {

    private final Scenario story = new Scenario().price("AAPL", "100").price("MSFT", "100");

    private void hold(String quantity) {
        story.decide(buy("AAPL").quantity(quantity));
        story.fillAll();
        story.sent();
    }

    @Test
    void asksTheBrokerForWhatItHas() {
        story.decide(buy("AAPL").quantity("3").limit("95"));
        Order entry = story.order("BUY 3 AAPL");

        ControlOutcome outcome = story.command(cancel(entry.id()));

        assertThat(outcome.text())
                .isEqualTo("Cancels buy 3 AAPL at limit 95 of demo (%s)".formatted(entry.id()));
        assertThat(story.cancels()).containsExactly("BUY 3 AAPL");
        assertThat(story.command(cancel(entry.id())).text())
                .startsWith("Is being cancelled already: buy 3 AAPL");
        assertThat(story.cancels()).isEmpty();
    }

    @Test
    void saysThatAPositionLosesItsStop() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));

        ControlOutcome outcome = story.command(cancel(story.order("SELL 10 AAPL STOP 90").id()));

        assertThat(outcome.details())
                .containsExactly("it protected a position, which is without it from now on");
    }

    /// A part is sold and the rest gets its stop back; without the sale the stop comes at once.
    @Test
    void endsAStepThatWaitsAndLetsTheNextGoOn() {
        hold("10");
        story.decide(exit("AAPL").ifBelow("90"));
        Order stop = story.order("SELL 10 AAPL STOP 90");
        story.decide(sell("AAPL").quantity("4"));
        story.sent();
        Order exit = story.order("SELL 4 AAPL");
        assertThat(exit.status()).isEqualTo(OrderStatus.NEW);

        ControlOutcome outcome = story.command(cancel(exit.id()));
        assertThat(outcome.status()).isEqualTo(ControlStatus.DONE);
        story.cancelled(stop);

        assertThat(story.order(exit.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(story.sent()).containsExactly("SELL 10 AAPL STOP 90");
        assertThat(story.held("AAPL")).isEqualTo("10");
    }

    @Test
    void stepsThatNeedItEndWithItAndTheStrategyTradesOn() {
        story.decide(buy("AAPL").quantity("1"), buy("MSFT").quantity("1"));
        Order second = story.order("BUY 1 MSFT");
        assertThat(second.status()).isEqualTo(OrderStatus.NEW);

        story.command(cancel(second.id()));

        assertThat(story.order(second.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(story.book().states()).isEmpty();
    }

    @Test
    void refusesWhatDoesNotWork() {
        hold("10");
        ControlOutcome unknown = story.command(cancel(new ClientOrderId("NOBODY")));
        assertThat(unknown.status()).isEqualTo(ControlStatus.REFUSED);
        assertThat(unknown.text())
                .isEqualTo(
                        "order 'NOBODY' is not known; accepted: the id of a working order, but none works");

        story.decide(buy("MSFT").quantity("1").limit("95"));
        Order entry = story.order("BUY 1 MSFT");
        story.filled(entry, "95");
        ClientOrderId filled = entry.id();
        assertThat(story.command(cancel(filled)).text())
                .startsWith("order '%s' has already ended FILLED".formatted(filled));
    }
}
