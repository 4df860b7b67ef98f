package com.mathematricks.engine.execution;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static com.mathematricks.engine.scenario.TestSignal.exit;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private final Scenario story = new Scenario().price("AAPL", "100");
    private Order order = decided();

    private Order decided() {
        story.decide(buy("AAPL").quantity("10"));
        return story.order("BUY 10 AAPL");
    }

    @BeforeEach
    void forgetWhatWasSent() {
        story.sent();
    }

    private OrderStatus status() {
        return story.order(order.id()).status();
    }

    private long entries() {
        return story.book().sequence();
    }

    @Test
    void acceptanceThatIsKnownMakesNoEntry() {
        story.accepted(order);
        long before = entries();
        story.accepted(order);
        assertThat(status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void fillBeforeItsAcceptanceStaysAFill() {
        story.filled(order, "4", "100").accepted(order);
        assertThat(status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(story.order(order.id()).progress().brokerOrderId()).isNotNull();
    }

    @Test
    void lateAcceptanceStillNamesTheBrokersOrder() {
        story.filled(order, "100").accepted(order);
        assertThat(status()).isEqualTo(OrderStatus.FILLED);
        assertThat(story.order(order.id()).progress().brokerOrderId()).isNotNull();
    }

    @Test
    void sameFillIsBookedOnce() {
        BrokerFill fill = story.fill(order, "4", "100");
        story.report(new BrokerReport.Filled(fill)).report(new BrokerReport.Filled(fill));
        assertThat(story.held("AAPL")).isEqualTo("4");
    }

    @Test
    void fillAfterTheCancelIsBooked() {
        story.cancelled(order).filled(order, "3", "100");
        assertThat(story.held("AAPL")).isEqualTo("3");
        assertThat(status()).isEqualTo(OrderStatus.CANCELLED);

        story.filled(order, "7", "100");
        assertThat(story.held("AAPL")).isEqualTo("10");
        assertThat(status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void moreThanWasOrderedIsBookedToo() {
        story.filled(order, "10", "100").filled(order, "2", "100");
        assertThat(story.held("AAPL")).isEqualTo("12");
        assertThat(story.order(order.id()).remaining()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void contradictionIsToldAndChangesNothing() {
        story.filled(order, "100").rejected(order);
        assertThat(status()).isEqualTo(OrderStatus.FILLED);
        assertThat(story.notes()).containsExactly("CONTRADICTORY_REPORT");
    }

    @Test
    void rejectionOfAPartlyFilledOrderEndsItAsCancelled() {
        story.filled(order, "4", "100").rejected(order);
        assertThat(status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(story.held("AAPL")).isEqualTo("4");
    }

    @Test
    void fillThatIsNotOursIsToldOnce() {
        var foreign =
                new BrokerFill(
                        "F1",
                        new ClientOrderId("OTHER"),
                        order.terms().instrument(),
                        order.terms().side(),
                        Quantity.of("1"),
                        Price.of("100"),
                        Money.zero(Currency.USD),
                        "test",
                        story.now());
        story.report(new BrokerReport.Filled(foreign)).report(new BrokerReport.Filled(foreign));
        assertThat(story.notes()).containsExactly("FILL_NOT_OURS");
        assertThat(story.held("AAPL")).isEqualTo("0");
    }

    @Test
    void reportOnAnUnknownOrderIsTold() {
        story.report(new BrokerReport.Cancelled(new ClientOrderId("OTHER"), "why", story.now()));
        assertThat(story.notes()).containsExactly("ORDER_NOT_OURS");
    }

    @Test
    void unknownOrderIsFoundByItsAcceptance() {
        story.accepted(order);
        story.take(Reports.unknown(order.id(), "timeout", story.book(), story.now()));
        assertThat(status()).isEqualTo(OrderStatus.UNKNOWN);

        story.accepted(order);
        assertThat(status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void unknownOrderWithFillsIsFoundAsPartlyFilled() {
        story.filled(order, "4", "100");
        story.take(Reports.unknown(order.id(), "timeout", story.book(), story.now()));
        story.accepted(order);
        assertThat(status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void unknownOrderCountsAsWorking() {
        story.take(Reports.unknown(order.id(), "timeout", story.book(), story.now()));
        assertThat(story.decide(buy("AAPL").quantity("1")).code()).isEqualTo("ALREADY_IN_POSITION");
    }

    @Test
    void exitThatNeverArrivedIsPlannedAgainFromWhatIsHeld() {
        story.fillAll();
        story.decide(exit("AAPL"));
        Order lost = story.order("SELL 10 AAPL");
        story.take(Reports.unknown(lost.id(), "timeout", story.book(), story.now()));
        // Meanwhile a late fill of the entry came.
        story.filled(order, "2", "100").sent();

        story.take(Reports.sendAgain(story.order(lost.id()), story.book(), story.now()));

        assertThat(story.sent()).containsExactly("SELL 12 AAPL");
    }

    @Test
    void orderThatWasNotSentEndsWithTheReason() {
        story.take(
                Reports.notSent(
                        order.id(), "NOT_SENT_STALE", Scenario.PAPER, story.book(), story.now()));
        assertThat(status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(story.order(order.id()).progress().reason()).isEqualTo("NOT_SENT_STALE");
    }
}
