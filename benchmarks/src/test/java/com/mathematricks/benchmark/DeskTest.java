package com.mathematricks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.decision.Decider;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {

    /// A denial would be measured as fast as it is wrong.
    @Test
    void decidesForAnOrderWithFiftyStrategiesAndFiveHundredPositions() {
        var desk = new Desk();
        desk.openAll();
        desk.trade(600);

        List<Order> orders =
                Decider.decide(desk.nextSignal(), desk.situation()).changes().stream()
                        .filter(Change.OrderPut.class::isInstance)
                        .map(change -> ((Change.OrderPut) change).order())
                        .toList();

        assertThat(desk.positions()).isEqualTo(500);
        assertThat(orders).singleElement();
    }
}
