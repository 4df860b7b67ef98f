package com.mathematricks.notifier.message;

import com.mathematricks.model.event.TradingEvent;
import com.mathematricks.model.event.TradingEvent.AccountAdjusted;
import com.mathematricks.model.event.TradingEvent.Noticed;
import com.mathematricks.model.event.TradingEvent.OrderChanged;
import com.mathematricks.model.event.TradingEvent.OrderFilled;
import com.mathematricks.model.event.TradingEvent.PositionClosed;
import com.mathematricks.model.event.TradingEvent.SignalApproved;
import com.mathematricks.model.event.TradingEvent.SignalDenied;
import com.mathematricks.model.event.TradingEvent.TradingStateChanged;
import com.mathematricks.model.order.OrderStatus;
import java.util.Locale;

/// An event as a message: a title that says what kind of thing happened, and the words.
public final class EventMessage {

    private EventMessage() {}

    public static Message of(TradingEvent event) {
        return new Message(kind(event), title(event), MessageText.of(event));
    }

    private static MessageKind kind(TradingEvent event) {
        return switch (event) {
            case SignalApproved _ -> MessageKind.SIGNAL;
            case SignalDenied _ -> MessageKind.DENIED;
            case OrderChanged changed -> kind(changed.status());
            case OrderFilled _ -> MessageKind.FILL;
            case PositionClosed _ -> MessageKind.CLOSED;
            case TradingStateChanged _ -> MessageKind.STATE;
            case AccountAdjusted _ -> MessageKind.ACCOUNT;
            case Noticed _ -> MessageKind.NOTICE;
        };
    }

    private static MessageKind kind(OrderStatus status) {
        return switch (status) {
            case NEW, SUBMITTED, ACCEPTED -> MessageKind.ACCEPTED;
            case PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, UNKNOWN -> MessageKind.ORDER;
            case REJECTED -> MessageKind.REJECTED;
        };
    }

    private static String title(TradingEvent event) {
        return switch (event) {
            case SignalApproved approved ->
                    switch (approved.outcome()) {
                        case APPROVED ->
                                approved.orders().isEmpty()
                                        ? "Signal received, no order needed"
                                        : "Signal received";
                        case PARTLY, DENIED -> "Signal received, approved in part";
                    };
            case SignalDenied _ -> "Signal denied";
            case OrderChanged changed -> "Order " + word(changed.status());
            case OrderFilled filled -> filled.complete() ? "Filled" : "Filled in part";
            case PositionClosed closed ->
                    closed.realizedPnl().isNegative()
                            ? "Position closed with a loss"
                            : "Position closed";
            case TradingStateChanged changed ->
                    "Trading " + changed.state().toLowerCase(Locale.ROOT);
            case AccountAdjusted _ -> "Booked";
            case Noticed _ -> "Notice";
        };
    }

    private static String word(OrderStatus status) {
        return status == OrderStatus.UNKNOWN
                ? "without an answer"
                : status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
