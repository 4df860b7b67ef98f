package com.mathematricks.engine.execution;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.order.BrokerOrderId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what a broker reports, and what an account's thread could not do, into the next step of
/// the journal. A report that tells nothing new makes no step.
public final class Reports {

    private Reports() {}

    public static Optional<Draft> apply(
            BrokerReport report, AccountId account, Book book, Instant now) {
        return switch (report) {
            case BrokerReport.Filled(var fill) -> Fills.apply(fill, account, book, now);
            case BrokerReport.Accepted(var id, var brokerOrderId, _) ->
                    book.order(id)
                            .filter(order -> order.status() != OrderStatus.NEW)
                            .flatMap(order -> accepted(order, brokerOrderId, now))
                            .map(order -> draft(order, List.of()));
            case BrokerReport.Rejected(var id, var reason, _) ->
                    ended(id, OrderStatus.REJECTED, reason, account, book, now);
            case BrokerReport.Cancelled(var id, var reason, _) ->
                    ended(id, OrderStatus.CANCELLED, reason, account, book, now);
            case BrokerReport.Expired(var id, var reason, _) ->
                    ended(id, OrderStatus.EXPIRED, reason, account, book, now);
        };
    }

    /// Sent, but without a clear answer.
    public static Optional<Draft> unknown(ClientOrderId id, String reason, Book book, Instant now) {
        return book.order(id)
                .filter(order -> order.mayBeAtBroker() && order.status() != OrderStatus.UNKNOWN)
                .map(order -> order.to(OrderStatus.UNKNOWN, reason, now))
                .map(order -> draft(order, List.of()));
    }

    /// Never sent, or proven never to have arrived, and not to be sent any more.
    public static Optional<Draft> notSent(
            ClientOrderId id, String reason, AccountId account, Book book, Instant now) {
        return ended(id, OrderStatus.CANCELLED, reason, account, book, now);
    }

    /// A step that was not sent yet and that a person cancels, with what follows from its end.
    public static List<Change> cancelledStep(Order step, String reason, Book book, Instant now) {
        return cancelledSteps(List.of(step), reason, book, now);
    }

    public static List<Change> cancelledSteps(
            List<Order> steps, String reason, Book book, Instant now) {
        return steps.isEmpty()
                ? List.of()
                : steps(steps.getFirst(), book, now).dropped(steps, reason).changes();
    }

    /// Orders of one decision whose market is open.
    ///
    /// @param dropped those that a check denied
    public static List<Change> atOpen(
            List<Order> sent, List<Order> dropped, String reason, Book book, Instant now) {
        Order one = sent.isEmpty() ? dropped.getFirst() : sent.getFirst();
        return steps(one, book, now).dropped(dropped, reason).released(sent).changes();
    }

    private static Steps steps(Order order, Book book, Instant now) {
        return new Steps(book, order, book.position(Steps.keyOf(order)), now);
    }

    /// Proven never to have arrived and still wanted: SUBMITTED once more. What closes is planned
    /// again from what is held.
    public static Optional<Draft> sendAgain(Order order, Book book, Instant now) {
        PositionKey key = Steps.keyOf(order);
        Order again = new StepSize(book.position(key), book.working(key)).sized(order, now);
        return Optional.of(draft(again, again.isFinal() ? next(again, book, now) : List.of()));
    }

    /// @param key of the entry: it is told once
    public static Draft openButUnknown(BrokerOrder open, String key, AccountId account) {
        return new Draft(
                EntryKind.NOTED,
                key,
                account,
                List.of(
                        new Change.Noted(
                                "ORDER_NOT_OURS",
                                "Order %s (%s) works at the broker of account %s and is not known here. It is not touched: look there whether it is meant, and cancel it there if not"
                                        .formatted(open.id(), open.brokerOrderId(), account),
                                null,
                                account)));
    }

    /// Account, instrument and the broker's id of a fill: what makes it the same fill.
    public static String fillKey(AccountId account, BrokerFill fill) {
        return account + "|" + fill.instrument() + "|" + fill.id();
    }

    /// Empty where that is known already. An order that was UNKNOWN is found by this.
    private static Optional<Order> accepted(Order order, BrokerOrderId brokerOrderId, Instant now) {
        boolean first =
                order.status() == OrderStatus.SUBMITTED || order.status() == OrderStatus.UNKNOWN;
        Order known =
                order.progress().brokerOrderId() == null ? order.knownAs(brokerOrderId) : order;
        OrderStatus next =
                order.progress().filled().isZero()
                        ? OrderStatus.ACCEPTED
                        : OrderStatus.PARTIALLY_FILLED;
        return Optional.of(first ? known.to(next, null, now) : known)
                .filter(found -> !found.equals(order));
    }

    private static List<Change> next(Order ended, Book book, Instant now) {
        return new Steps(book, ended, book.position(Steps.keyOf(ended)), now)
                .after(ended)
                .changes();
    }

    private static Optional<Draft> ended(
            ClientOrderId id,
            OrderStatus status,
            String reason,
            AccountId account,
            Book book,
            Instant now) {
        Optional<Order> found = book.order(id);
        if (found.isEmpty()) {
            return Optional.of(unknownOrder(id, status, account));
        }
        Order order = found.get();
        if (order.isFinal()) {
            return order.status() == status
                    ? Optional.empty()
                    : Optional.of(contradiction(order, status, reason));
        }
        Order end =
                order.status() == OrderStatus.PARTIALLY_FILLED && status == OrderStatus.REJECTED
                        ? order.to(OrderStatus.CANCELLED, reason, now)
                        : order.to(status, reason, now);
        return Optional.of(draft(end, next(end, book, now)));
    }

    static Draft draft(Order order, List<Change> more) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.OrderPut(order));
        changes.addAll(more);
        return new Draft(EntryKind.ORDER_CHANGED, null, order.account(), changes);
    }

    private static Draft contradiction(Order order, OrderStatus reported, String reason) {
        return new Draft(
                EntryKind.NOTED,
                null,
                order.account(),
                List.of(
                        new Change.Noted(
                                "CONTRADICTORY_REPORT",
                                "The broker reports order %s as %s (%s), it already ended %s"
                                        .formatted(order.id(), reported, reason, order.status()),
                                order.strategy(),
                                order.account())));
    }

    private static Draft unknownOrder(ClientOrderId id, OrderStatus status, AccountId account) {
        return new Draft(
                EntryKind.NOTED,
                null,
                account,
                List.of(
                        new Change.Noted(
                                "ORDER_NOT_OURS",
                                "The broker reports order %s as %s, which we do not know"
                                        .formatted(id, status),
                                null,
                                account)));
    }
}
