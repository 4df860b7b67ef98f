package com.mathematricks.notifier.message;

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
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.DecisionOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An event in words, short enough for a phone, with every number that the event has.
public final class MessageText {

    /// The code of what is sent when the market opens; its reason says when, and what.
    private static final String WAITS = "WAITS_FOR_OPEN";

    private MessageText() {}

    public static String of(TradingEvent event) {
        return switch (event) {
            case SignalApproved approved -> approved(approved);
            case SignalDenied denied ->
                    "%s: signal %s was denied, no order was sent. %s [%s]"
                            .formatted(
                                    denied.strategy(),
                                    denied.signalId(),
                                    sentence(denied.reason()),
                                    denied.code());
            case OrderChanged changed -> changed(changed);
            case OrderFilled filled -> filled(filled);
            case PositionClosed closed ->
                    "%s: %s on account %s is closed, %s before fees."
                            .formatted(
                                    closed.strategy(),
                                    closed.instrument(),
                                    closed.account(),
                                    result(closed.realizedPnl()));
            case TradingStateChanged changed ->
                    "Trading of %s is now %s: %s"
                            .formatted(
                                    changed.scope().equals("all") ? "everything" : changed.scope(),
                                    changed.state(),
                                    ended(changed.cause()));
            case AccountAdjusted adjusted ->
                    "Account %s: %s booked. %s"
                            .formatted(
                                    adjusted.account(),
                                    signed(adjusted.amount()),
                                    sentence(adjusted.reason()));
            case Noticed noticed ->
                    "%s%s [%s]".formatted(whose(noticed), ended(noticed.text()), noticed.code());
        };
    }

    private static String approved(SignalApproved approved) {
        String start = "%s: signal %s".formatted(approved.strategy(), approved.signalId());
        List<PlannedOrder> orders = approved.orders();
        if (orders.isEmpty()) {
            return "%s needs no order. %s [%s]"
                    .formatted(start, sentence(approved.reason()), approved.code());
        }
        String planned =
                orders.stream().map(MessageText::planned).collect(Collectors.joining(", then "));
        return switch (approved.outcome()) {
            case APPROVED ->
                    approved.code().equals(WAITS)
                            ? "%s was approved. %s".formatted(start, sentence(approved.reason()))
                            : "%s was approved: %s.".formatted(start, planned);
            case PARTLY ->
                    "%s was approved in part: %s. %s [%s]"
                            .formatted(
                                    start, planned, sentence(approved.reason()), approved.code());
            case DENIED ->
                    throw new IllegalArgumentException(
                            approved.id() + ": approved with outcome " + DecisionOutcome.DENIED);
        };
    }

    private static String planned(PlannedOrder order) {
        return "%s %s %s%s"
                        .formatted(
                                word(order.side()),
                                order.quantity(),
                                order.instrument(),
                                switch (order.type()) {
                                    case MARKET -> " at market";
                                    case LIMIT -> " with a limit";
                                    case STOP -> " with a stop";
                                    case STOP_LIMIT -> " with a stop and a limit";
                                    case TRAILING_STOP -> " with a trailing stop";
                                })
                + purpose(order.role());
    }

    private static String changed(OrderChanged changed) {
        return "%s: the order to %s %s %s%s on account %s %s%s"
                .formatted(
                        changed.strategy(),
                        word(changed.side()),
                        changed.quantity(),
                        changed.instrument(),
                        purpose(changed.role()),
                        changed.account(),
                        verb(changed.status()),
                        changed.reason() == null ? "." : ": " + ended(changed.reason()));
    }

    private static String verb(OrderStatus status) {
        return switch (status) {
            case NEW -> "is planned";
            case SUBMITTED -> "was sent";
            case ACCEPTED -> "was accepted by the broker";
            case PARTIALLY_FILLED -> "was filled in part";
            case FILLED -> "was filled";
            case CANCELLED -> "was cancelled";
            case REJECTED -> "was rejected by the broker";
            case EXPIRED -> "expired";
            case UNKNOWN -> "is without a clear answer from the broker and is looked up";
        };
    }

    private static String filled(OrderFilled filled) {
        return "%s: %s %s %s at %s on account %s, fee %s%s. Position: %s."
                .formatted(
                        filled.strategy(),
                        filled.side() == Side.BUY ? "bought" : "sold",
                        filled.quantity(),
                        filled.instrument(),
                        filled.price(),
                        filled.account(),
                        filled.fee(),
                        filled.complete() ? "" : ", the rest of the order is working",
                        position(filled.position()));
    }

    private static String position(NetQuantity position) {
        return switch (position.signum()) {
            case 1 -> "long " + position.size();
            case -1 -> "short " + position.size();
            default -> "flat";
        };
    }

    private static String purpose(OrderRole role) {
        return switch (role) {
            case ENTRY, EXIT -> "";
            case STOP -> " (stop-loss)";
            case TARGET -> " (take-profit)";
        };
    }

    private static String word(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    private static String result(Money pnl) {
        if (pnl.isPositive()) {
            return "a gain of " + pnl;
        }
        return pnl.isNegative() ? "a loss of " + pnl.abs() : "neither gain nor loss";
    }

    private static String signed(Money amount) {
        return amount.isPositive() ? "+" + amount : amount.toString();
    }

    private static String whose(Noticed noticed) {
        String names =
                Stream.of(name(noticed.strategy()), name(noticed.account()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : names + ": ";
    }

    private static @Nullable String name(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static String sentence(String text) {
        String words = ended(text);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// With a full stop, whoever wrote it.
    private static String ended(String text) {
        String words = text.strip();
        return words.endsWith(".") || words.endsWith("!") || words.endsWith("?")
                ? words
                : words + ".";
    }
}
