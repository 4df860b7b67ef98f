package com.mathematricks.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.model.event.EventId;
import com.mathematricks.model.event.TradingEvent;
import com.mathematricks.model.event.TradingEvent.AccountAdjusted;
import com.mathematricks.model.event.TradingEvent.Noticed;
import com.mathematricks.model.event.TradingEvent.OrderChanged;
import com.mathematricks.model.event.TradingEvent.OrderFilled;
import com.mathematricks.model.event.TradingEvent.PlannedOrder;
import com.mathematricks.model.event.TradingEvent.PositionClosed;
import com.mathematricks.model.event.TradingEvent.SignalApproved;
import com.mathematricks.model.event.TradingEvent.SignalDenied;
import com.mathematricks.model.event.TradingEvent.TradingStateChanged;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTextTest {

    private static final EventId ID = EventId.of("E7", 42, 0);
    private static final Instant AT = Instant.parse("2026-11-20T14:30:00Z");
    private static final StrategyName DEMO = new StrategyName("demo");
    private static final AccountId PAPER = new AccountId("paper");
    private static final InstrumentId AAPL = new InstrumentId("AAPL");
    private static final PlannedOrder ENTRY =
            new PlannedOrder(
                    new ClientOrderId("E7A1"),
                    AAPL,
                    Side.BUY,
                    OrderType.MARKET,
                    OrderRole.ENTRY,
                    Quantity.of("5"));
    private static final PlannedOrder STOP =
            new PlannedOrder(
                    new ClientOrderId("E7A2"),
                    AAPL,
                    Side.SELL,
                    OrderType.STOP,
                    OrderRole.STOP,
                    Quantity.of("5"));

    @Test
    void tellsAnApprovedSignalWithItsOrders() {
        assertThat(text(approved(DecisionOutcome.APPROVED, "APPROVED", "all passed", ENTRY, STOP)))
                .isEqualTo(
                        "demo: signal s-1 was approved: buy 5 AAPL at market, then sell 5 AAPL with"
                                + " a stop (stop-loss).");
    }

    @Test
    void tellsWhatWaitsForTheOpen() {
        assertThat(
                        text(
                                approved(
                                        DecisionOutcome.APPROVED,
                                        "WAITS_FOR_OPEN",
                                        "Waits for the open at 2026-11-24 14:30 UTC: buy 5 AAPL",
                                        ENTRY)))
                .isEqualTo(
                        "demo: signal s-1 was approved. Waits for the open at 2026-11-24 14:30 UTC: buy 5 AAPL.");
    }

    @Test
    void tellsWhatOfASignalWasNotApproved() {
        assertThat(
                        text(
                                approved(
                                        DecisionOutcome.PARTLY,
                                        "POSITION_LIMIT",
                                        "wanted 60 shares, 10 % of 10000 USD allow 5",
                                        ENTRY)))
                .isEqualTo(
                        "demo: signal s-1 was approved in part: buy 5 AAPL at market. Wanted 60"
                                + " shares, 10 % of 10000 USD allow 5. [POSITION_LIMIT]");
    }

    @Test
    void tellsWhyNoOrderIsNeeded() {
        assertThat(
                        text(
                                approved(
                                        DecisionOutcome.APPROVED,
                                        "ALREADY_THERE",
                                        "5 AAPL are held, 5 are wanted.")))
                .isEqualTo(
                        "demo: signal s-1 needs no order. 5 AAPL are held, 5 are wanted."
                                + " [ALREADY_THERE]");
    }

    @Test
    void refusesAnApprovalThatIsADenial() {
        assertThatThrownBy(() -> text(approved(DecisionOutcome.DENIED, "NO_PRICE", "", ENTRY)))
                .hasMessage("E7-42: approved with outcome DENIED");
    }

    @Test
    void tellsWhyASignalWasDenied() {
        var denied =
                new SignalDenied(
                        ID,
                        AT,
                        DEMO,
                        PAPER,
                        new SignalKey("demo:s-1"),
                        "s-1",
                        "SIGNAL_STALE",
                        "181 s old, 120 s are allowed");

        assertThat(text(denied))
                .isEqualTo(
                        "demo: signal s-1 was denied, no order was sent. 181 s old, 120 s are"
                                + " allowed. [SIGNAL_STALE]");
    }

    @Test
    void tellsAFillWithItsPriceFeeAndThePositionAfterIt() {
        assertThat(text(filled(Side.BUY, true, "5")))
                .isEqualTo(
                        "demo: bought 5 AAPL at 190.02 on account paper, fee 1 USD. Position: long"
                                + " 5.");
        assertThat(text(filled(Side.SELL, false, "-3")))
                .isEqualTo(
                        "demo: sold 5 AAPL at 190.02 on account paper, fee 1 USD, the rest of the"
                                + " order is working. Position: short 3.");
        assertThat(text(filled(Side.SELL, true, "0")))
                .isEqualTo(
                        "demo: sold 5 AAPL at 190.02 on account paper, fee 1 USD. Position: flat.");
    }

    @Test
    void tellsWhatBecameOfAnOrder() {
        assertThat(text(changed(OrderStatus.REJECTED, "the market is closed")))
                .isEqualTo(
                        "demo: the order to buy 5 AAPL (take-profit) on account paper was rejected"
                                + " by the broker: the market is closed.");
        assertThat(text(changed(OrderStatus.CANCELLED, null)))
                .isEqualTo(
                        "demo: the order to buy 5 AAPL (take-profit) on account paper was"
                                + " cancelled.");
    }

    @Test
    void tellsAClosedPositionAsGainOrLoss() {
        assertThat(text(closed("12.5")))
                .isEqualTo(
                        "demo: AAPL on account paper is closed, a gain of 12.5 USD before fees.");
        assertThat(text(closed("-3")))
                .isEqualTo("demo: AAPL on account paper is closed, a loss of 3 USD before fees.");
        assertThat(text(closed("0")))
                .isEqualTo(
                        "demo: AAPL on account paper is closed, neither gain nor loss before"
                                + " fees.");
    }

    @Test
    void tellsATradingStateWithItsCause() {
        assertThat(text(new TradingStateChanged(ID, AT, "all", "HALTED", "by the owner")))
                .isEqualTo("Trading of everything is now HALTED: by the owner.");
        assertThat(
                        text(
                                new TradingStateChanged(
                                        ID, AT, "strategy demo", "REDUCING", "a leg broke")))
                .isEqualTo("Trading of strategy demo is now REDUCING: a leg broke.");
    }

    @Test
    void tellsABookingWithItsSign() {
        assertThat(text(adjusted("100000")))
                .isEqualTo("Account paper: +100000 USD booked. Opening balance.");
        assertThat(text(adjusted("-7.25")))
                .isEqualTo("Account paper: -7.25 USD booked. Opening balance.");
    }

    @Test
    void tellsANoticeWithWhomItConcerns() {
        assertThat(
                        text(
                                new Noticed(
                                        ID,
                                        AT,
                                        "ID_REUSED",
                                        "id s-1 came with another body",
                                        DEMO,
                                        PAPER)))
                .isEqualTo("demo, paper: id s-1 came with another body. [ID_REUSED]");
        assertThat(text(new Noticed(ID, AT, "DISK_LOW", "900 MiB are free!", null, null)))
                .isEqualTo("900 MiB are free! [DISK_LOW]");
    }

    private static String text(TradingEvent event) {
        return MessageText.of(event);
    }

    private static SignalApproved approved(
            DecisionOutcome outcome, String code, String reason, PlannedOrder... orders) {
        return new SignalApproved(
                ID,
                AT,
                DEMO,
                PAPER,
                new SignalKey("demo:s-1"),
                "s-1",
                outcome,
                code,
                reason,
                List.of(orders));
    }

    private static OrderFilled filled(Side side, boolean complete, String position) {
        return new OrderFilled(
                ID,
                AT,
                DEMO,
                PAPER,
                new ClientOrderId("E7A1"),
                AAPL,
                side,
                OrderRole.ENTRY,
                Quantity.of("5"),
                Price.of("190.02"),
                Money.of("1.00", Currency.USD),
                complete,
                NetQuantity.of(position));
    }

    private static OrderChanged changed(OrderStatus status, @Nullable String reason) {
        return new OrderChanged(
                ID,
                AT,
                DEMO,
                PAPER,
                new ClientOrderId("E7A3"),
                AAPL,
                Side.BUY,
                OrderRole.TARGET,
                Quantity.of("5"),
                status,
                reason);
    }

    private static PositionClosed closed(String pnl) {
        return new PositionClosed(ID, AT, DEMO, PAPER, AAPL, Money.of(pnl, Currency.USD));
    }

    private static AccountAdjusted adjusted(String amount) {
        return new AccountAdjusted(
                ID, AT, PAPER, Money.of(amount, Currency.USD), "Opening balance");
    }
}
