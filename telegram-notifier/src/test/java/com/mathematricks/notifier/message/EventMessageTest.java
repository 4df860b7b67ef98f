package com.mathematricks.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/// What arrives in the chat, character by character.
class EventMessageTest {

    private static final EventId ID = EventId.of("E7", 42, 0);
    private static final Instant AT = Instant.parse("2026-11-20T14:30:00Z");
    private static final StrategyName DEMO = new StrategyName("demo");
    private static final AccountId PAPER = new AccountId("paper");
    private static final InstrumentId AAPL = new InstrumentId("AAPL");

    @Test
    void showsAReceivedSignalWithItsOrders() {
        var order =
                new PlannedOrder(
                        new ClientOrderId("E7A1"),
                        AAPL,
                        Side.BUY,
                        OrderType.MARKET,
                        OrderRole.ENTRY,
                        Quantity.of("5"));

        assertThat(html(approved(DecisionOutcome.APPROVED, "all passed", order)))
                .isEqualTo(
                        """
                        📥 <b>Signal received</b>
                        demo: signal s-1 was approved: buy 5 AAPL at market.\
                        """);
        assertThat(html(approved(DecisionOutcome.PARTLY, "10 % of 10000 USD allow 5", order)))
                .isEqualTo(
                        """
                        📥 <b>Signal received, approved in part</b>
                        demo: signal s-1 was approved in part: buy 5 AAPL at market. \
                        10 % of 10000 USD allow 5. [C]\
                        """);
        assertThat(html(approved(DecisionOutcome.APPROVED, "5 are held")))
                .isEqualTo(
                        """
                        📥 <b>Signal received, no order needed</b>
                        demo: signal s-1 needs no order. 5 are held. [C]\
                        """);
    }

    @Test
    void showsADenialWithItsReasonAndNumbers() {
        assertThat(html(denied("s-1", "181 s old, 120 s are allowed")))
                .isEqualTo(
                        """
                        ⛔ <b>Signal denied</b>
                        demo: signal s-1 was denied, no order was sent. 181 s old, 120 s are \
                        allowed. [SIGNAL_STALE]\
                        """);
    }

    @Test
    void showsAFill() {
        assertThat(html(filled(true)))
                .isEqualTo(
                        """
                        ✅ <b>Filled</b>
                        demo: bought 5 AAPL at 190.02 on account paper, fee 1 USD. Position: long \
                        5.\
                        """);
        assertThat(html(filled(false))).startsWith("✅ <b>Filled in part</b>\n");
    }

    @Test
    void showsWhatBecameOfAnOrder() {
        assertThat(html(changed(OrderStatus.REJECTED)))
                .isEqualTo(
                        """
                        ❌ <b>Order rejected</b>
                        demo: the order to buy 5 AAPL on account paper was rejected by the broker: \
                        no margin.\
                        """);
        assertThat(html(changed(OrderStatus.CANCELLED))).startsWith("📄 <b>Order cancelled</b>\n");
        assertThat(html(changed(OrderStatus.UNKNOWN)))
                .startsWith("📄 <b>Order without an answer</b>\n");
        assertThat(html(changed(OrderStatus.ACCEPTED))).startsWith("📨 <b>Order accepted</b>\n");
    }

    @Test
    void showsAClosedPositionWithItsProfitOrLoss() {
        assertThat(html(closed("12.5")))
                .isEqualTo(
                        """
                        🏁 <b>Position closed</b>
                        demo: AAPL on account paper is closed, a gain of 12.5 USD before fees.\
                        """);
        assertThat(html(closed("-3")))
                .isEqualTo(
                        """
                        🏁 <b>Position closed with a loss</b>
                        demo: AAPL on account paper is closed, a loss of 3 USD before fees.\
                        """);
    }

    @Test
    void showsATradingState() {
        assertThat(html(new TradingStateChanged(ID, AT, "all", "HALTED", "by telegram Ann")))
                .isEqualTo(
                        """
                        🚦 <b>Trading halted</b>
                        Trading of everything is now HALTED: by telegram Ann.\
                        """);
    }

    @Test
    void showsABookingAndANotice() {
        assertThat(
                        html(
                                new AccountAdjusted(
                                        ID,
                                        AT,
                                        PAPER,
                                        Money.of("100000", Currency.USD),
                                        "Opening balance")))
                .isEqualTo(
                        """
                        💰 <b>Booked</b>
                        Account paper: +100000 USD booked. Opening balance.\
                        """);
        assertThat(html(new Noticed(ID, AT, "ID_REUSED", "id s-1 was used twice", DEMO, null)))
                .isEqualTo(
                        """
                        ⚠️ <b>Notice</b>
                        demo: id s-1 was used twice. [ID_REUSED]\
                        """);
    }

    @Test
    void letsNothingForeignMakeTagsOrLines() {
        assertThat(html(denied("<b>x</b>\n\n✅ Filled\u202e", "a < b & \"c\" > d\u0000")))
                .isEqualTo(
                        """
                        ⛔ <b>Signal denied</b>
                        demo: signal &lt;b&gt;x&lt;/b&gt; ✅ Filled  was denied, no order was sent. \
                        A &lt; b &amp; &quot;c&quot; &gt; d . [SIGNAL_STALE]\
                        """);
    }

    @Test
    void cutsWhatIsTooLongForTelegram() {
        String html = html(denied("s-1", "&".repeat(10_000)));

        assertThat(Html.length(html)).isLessThanOrEqualTo(Text.MOST);
        assertThat(Html.plain(html)).endsWith("&&…");
    }

    private static String html(TradingEvent event) {
        return EventMessage.of(event).html();
    }

    private static SignalApproved approved(
            DecisionOutcome outcome, String reason, PlannedOrder... orders) {
        return new SignalApproved(
                ID,
                AT,
                DEMO,
                PAPER,
                new SignalKey("demo:s-1"),
                "s-1",
                outcome,
                "C",
                reason,
                List.of(orders));
    }

    private static SignalDenied denied(String id, String reason) {
        return new SignalDenied(
                ID, AT, DEMO, PAPER, new SignalKey("demo:s-1"), id, "SIGNAL_STALE", reason);
    }

    private static OrderFilled filled(boolean complete) {
        return new OrderFilled(
                ID,
                AT,
                DEMO,
                PAPER,
                new ClientOrderId("E7A1"),
                AAPL,
                Side.BUY,
                OrderRole.ENTRY,
                Quantity.of("5"),
                Price.of("190.02"),
                Money.of("1.00", Currency.USD),
                complete,
                NetQuantity.of("5"));
    }

    private static OrderChanged changed(OrderStatus status) {
        return new OrderChanged(
                ID,
                AT,
                DEMO,
                PAPER,
                new ClientOrderId("E7A3"),
                AAPL,
                Side.BUY,
                OrderRole.ENTRY,
                Quantity.of("5"),
                status,
                "no margin");
    }

    private static PositionClosed closed(String pnl) {
        return new PositionClosed(ID, AT, DEMO, PAPER, AAPL, Money.of(pnl, Currency.USD));
    }
}
