package com.mathematricks.engine.execution;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What takes longer than it should: an entry past its deadline, an exit that waits for the end of
/// the orders before it, and a leg of a combination that does not fill. Asked once a second.
public final class Overdue {

    static final Duration EXIT_WAITS = Duration.ofSeconds(10);
    static final Duration LEG_FILLS = Duration.ofSeconds(60);

    private Overdue() {}

    /// One thing at a time; empty where all is in time.
    public static Optional<Draft> step(Book book, Instant now) {
        return book.working()
                .filter(order -> isLate(order, now))
                .findFirst()
                .map(leg -> timedOut(leg, book, now))
                .or(() ->
                        book.working()
                                .filter(order -> isPastItsDeadline(order, now))
                                .findFirst()
                                .map(entry -> calledBack(entry, book, now)))
                .or(() ->
                        book.working()
                                .filter(order -> waitsTooLong(order, book, now))
                                .findFirst()
                                .map(exit -> waiting(exit, book, now)));
    }

    private static boolean isLate(Order order, Instant now) {
        return order.origin().legs() > 1
                && order.mayBeAtBroker()
                && !order.terms().role().isProtective()
                && !order.progress().cancelRequested()
                && order.progress().updatedAt().plus(LEG_FILLS).isBefore(now);
    }

    private static boolean isPastItsDeadline(Order order, Instant now) {
        Instant deadline = order.plan().cancelAt();
        return deadline != null && !deadline.isAfter(now) && !order.progress().cancelRequested();
    }

    /// Where legs were decided together, what was decided with it stops.
    private static Draft calledBack(Order entry, Book book, Instant now) {
        String reason = "not filled by " + entry.plan().cancelAt() + ", as the signal asked";
        if (entry.status() == OrderStatus.NEW) {
            return new Draft(
                    EntryKind.ORDER_CHANGED,
                    null,
                    entry.account(),
                    Reports.cancelledStep(entry, reason, book, now));
        }
        Order cancelled = entry.cancelRequested(reason, now);
        if (entry.origin().legs() == 1) {
            return Reports.draft(cancelled, List.of());
        }
        var steps = new Steps(book, cancelled, book.position(Steps.keyOf(entry)), now);
        return Reports.draft(cancelled, steps.timedOut(cancelled).changes());
    }

    private static Draft timedOut(Order leg, Book book, Instant now) {
        String reason = "the leg did not fill within " + LEG_FILLS.toSeconds() + " s";
        Order cancelled = leg.cancelRequested(reason, now);
        var steps = new Steps(book, cancelled, book.position(Steps.keyOf(leg)), now);
        return Reports.draft(cancelled, steps.timedOut(cancelled).changes());
    }

    /// The reason on the order says that it was told already.
    private static boolean waitsTooLong(Order order, Book book, Instant now) {
        return order.status() == OrderStatus.NEW
                && order.terms().role() == OrderRole.EXIT
                && order.progress().reason() == null
                && order.progress().createdAt().plus(EXIT_WAITS).isBefore(now)
                && !withoutEnd(order, book).isEmpty();
    }

    private static Draft waiting(Order exit, Book book, Instant now) {
        String reason =
                "waits for the end of "
                        + withoutEnd(exit, book).stream()
                                .map(ClientOrderId::toString)
                                .collect(Collectors.joining(", "));
        String text =
                "ExitWaiting: order %s (%s %s %s) %s since %s"
                        .formatted(
                                exit.id(),
                                exit.terms().side(),
                                exit.terms().quantity(),
                                exit.terms().instrument(),
                                reason,
                                exit.progress().createdAt());
        return new Draft(
                EntryKind.ORDER_CHANGED,
                null,
                exit.account(),
                List.of(
                        new Change.OrderPut(exit.to(OrderStatus.NEW, reason, now)),
                        new Change.Noted("EXIT_WAITING", text, exit.strategy(), exit.account())));
    }

    private static List<ClientOrderId> withoutEnd(Order order, Book book) {
        return order.plan().after().stream()
                .filter(before -> book.order(before).filter(found -> !found.isFinal()).isPresent())
                .toList();
    }
}
