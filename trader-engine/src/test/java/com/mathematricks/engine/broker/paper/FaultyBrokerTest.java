package com.mathematricks.engine.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.engine.broker.FaultyBroker;
import com.mathematricks.engine.broker.FaultyBroker.Fault;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each fault alone, at each occasion.
class FaultyBrokerTest {

    private static final Instrument AAPL =
            InstrumentFile.load(null).find(new InstrumentId("AAPL")).orElseThrow();
    private static final TestOrder MARKET = TestOrder.buy("A1", "10");
    private static final TestOrder LIMIT = TestOrder.buy("A1", "10").limit("149");
    private static final ClientOrderId ID = new ClientOrderId("A1");

    private final PaperStory story = new PaperStory();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        story.close();
    }

    private FaultyBroker with(Fault... faults) {
        var broker = new FaultyBroker(story.opened(), Set.of(faults), 1, 1);
        broker.connect(report -> told.add(word(report)));
        var _ = story.market("150");
        return broker;
    }

    private static String word(BrokerReport report) {
        return report.getClass().getSimpleName();
    }

    private static void submit(FaultyBroker broker, TestOrder order) {
        broker.submit(order.order(), AAPL);
    }

    private static void assertNoAnswer(Runnable call) {
        assertThatExceptionOfType(BrokerUnavailableException.class).isThrownBy(call::run);
    }

    @Test
    void timesOutBeforeTheOrderArrives() {
        var broker = with(Fault.TIMES_OUT_BEFORE);
        assertNoAnswer(() -> submit(broker, MARKET));

        assertThat(broker.find(ID)).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void timesOutAfterTheOrderArrived() {
        var broker = with(Fault.TIMES_OUT_AFTER);
        assertNoAnswer(() -> submit(broker, MARKET));

        assertThat(broker.find(ID).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(broker.fillsSince(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void answersLate() {
        var broker = with(Fault.ANSWERS_LATE);
        submit(broker, MARKET);
        assertThat(told).isEmpty();

        broker.behave();
        assertThat(told).containsExactly("Accepted", "Filled");
    }

    @Test
    void answersTwice() {
        submit(with(Fault.ANSWERS_TWICE), MARKET);

        assertThat(told).containsExactly("Accepted", "Accepted", "Filled", "Filled");
    }

    @Test
    void losesTheConnectionForAWhile() {
        var broker = with(Fault.LOSES_THE_CONNECTION);
        assertNoAnswer(broker::positions);
        assertNoAnswer(() -> submit(broker, MARKET));

        broker.behave();
        assertThat(broker.find(ID)).isEmpty();
    }

    @Test
    void dropsFillsButNotFromItsHistory() {
        var broker = with(Fault.DROPS_FILLS);
        submit(broker, MARKET);

        assertThat(told).containsExactly("Accepted");
        assertThat(broker.fillsSince(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void repeatsFills() {
        submit(with(Fault.REPEATS_FILLS), MARKET);

        assertThat(told).containsExactly("Accepted", "Filled", "Filled");
    }

    @Test
    void tellsAFillLaterThanWhatCameAfterIt() {
        var broker = with(Fault.REORDERS_FILLS);
        submit(broker, MARKET);
        assertThat(told).containsExactly("Accepted");

        broker.behave();
        assertThat(told).containsExactly("Accepted", "Filled");
    }

    @Test
    void fillsWhatItToldToBeCancelled() {
        var broker = with(Fault.FILLS_AFTER_CANCEL);
        submit(broker, LIMIT);
        broker.cancel(LIMIT.order());
        assertThat(told).containsExactly("Accepted", "Cancelled");

        broker.onPrice(AAPL.id(), story.market("148"));
        assertThat(told).containsExactly("Accepted", "Cancelled", "Filled");
        assertThat(broker.find(ID).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void endsWhatItToldToBeCancelledThoughNoPriceFilledIt() {
        var broker = with(Fault.FILLS_AFTER_CANCEL);
        submit(broker, LIMIT);
        broker.cancel(LIMIT.order());
        broker.behave();

        assertThat(told).containsExactly("Accepted", "Cancelled");
        assertThat(broker.openOrders()).isEmpty();
    }

    @Test
    void forgetsAnIdUntilItBehavesAndProvesNothingByAMiss() {
        var broker = with(Fault.FORGETS_IDS);
        submit(broker, MARKET);
        boolean missed = false;
        for (int n = 0; n < 20; n++) {
            missed |= broker.find(ID).isEmpty();
        }
        assertThat(missed).isTrue();
        assertThat(broker.missIsFinal()).isFalse();

        broker.behave();
        assertThat(broker.find(ID)).isPresent();
    }
}
