package com.mathematricks.engine.execution;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.journal.Fill;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.AppliedFill;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionArithmetic;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.settings.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Books a fill: order, position and money, once per fill key, whatever the order's status.
final class Fills {

    private Fills() {}

    static Optional<Draft> apply(BrokerFill fill, AccountId account, Book book, Instant now) {
        String key = Reports.fillKey(account, fill);
        if (book.knowsFill(key)) {
            return Optional.empty();
        }
        Optional<Order> order = book.order(fill.order());
        Optional<AccountBalance> balance = book.balance(account);
        Optional<Instrument> instrument = book.instrument(fill.instrument());
        if (order.isEmpty() || balance.isEmpty() || instrument.isEmpty()) {
            return Optional.of(notOurs(fill, key, account));
        }
        return Optional.of(
                booked(fill, key, order.get(), balance.get(), instrument.get(), book, now));
    }

    private static Draft booked(
            BrokerFill fill,
            String key,
            Order order,
            AccountBalance balance,
            Instrument instrument,
            Book book,
            Instant now) {
        Position before = position(order, instrument, balance, book, now);
        Conversion conversion =
                Conversion.of(instrument, fill.price(), balance.currency())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no rate to book fill %s of %s"
                                                .formatted(key, instrument.id())));
        AppliedFill applied =
                PositionArithmetic.apply(
                        before,
                        fill.side(),
                        fill.quantity(),
                        fill.price(),
                        fill.fee(),
                        entryOf(order, before),
                        order.origin().entryName(),
                        conversion::convert,
                        fill.at());
        Money realized = conversion.convert(applied.realized());
        Money cashOut =
                instrument.type().movesNotional()
                        ? conversion.convert(applied.paid())
                        : realized.negated();
        Order filled = order.filled(fill.quantity(), fill.price(), fill.at());

        var changes = new ArrayList<Change>();
        changes.add(new Change.OrderPut(filled));
        changes.add(new Change.FillAdded(fill(fill, key, order, realized)));
        changes.add(new Change.PositionPut(applied.position()));
        changes.add(new Change.BalancePut(balance.filled(cashOut, realized, fill.fee())));
        turned(order, before, applied.position()).ifPresent(changes::add);
        Steps steps =
                new Steps(book, filled, Optional.of(applied.position()), now)
                        .fitRestingToPosition()
                        .cover(filled);
        boolean ended = filled.isFinal() && !order.isFinal();
        changes.addAll((ended ? steps.after(filled) : steps).changes());
        return new Draft(EntryKind.FILLED, key, balance.id(), changes);
    }

    /// What closes more than is held opens nothing of its entry's name.
    private static @Nullable String entryOf(Order order, Position before) {
        String entry = order.origin().entry();
        boolean enters = order.terms().role() == OrderRole.ENTRY;
        return entry != null && (enters || before.lot(entry).isPresent()) ? entry : null;
    }

    /// Where a stop and a target, or either and an exit, filled before the broker could cancel the
    /// second: a person has to decide what becomes of it.
    private static Optional<Change> turned(Order order, Position before, Position after) {
        NetQuantity held = after.quantity();
        boolean turned =
                order.terms().role() != OrderRole.ENTRY
                        && !held.isFlat()
                        && held.signum() != before.quantity().signum();
        return turned
                ? Optional.of(
                        new Change.Noted(
                                "POSITION_TURNED",
                                "PositionTurned: order %s (%s) filled though nothing was left to close, for example a stop and its target both; %s of %s is held now and was %s. Close it or keep it; nothing is unwound by itself"
                                        .formatted(
                                                order.id(),
                                                order.terms().role(),
                                                held,
                                                order.terms().instrument(),
                                                before.quantity()),
                                order.strategy(),
                                order.account()))
                : Optional.empty();
    }

    private static Position position(
            Order order, Instrument instrument, AccountBalance balance, Book book, Instant now) {
        PositionKey key = Steps.keyOf(order);
        return Position.orFlat(
                book.position(key),
                key,
                instrument.multiplier(),
                Conversion.bookedIn(instrument.currency(), balance.currency()),
                balance.currency(),
                now);
    }

    private static Fill fill(BrokerFill fill, String key, Order order, Money realized) {
        return new Fill(
                key,
                order.id(),
                order.origin().signal(),
                order.origin().signalId(),
                order.strategy(),
                order.account(),
                fill.instrument(),
                fill.side(),
                order.terms().role(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                realized,
                fill.priceSource(),
                fill.at());
    }

    private static Draft notOurs(BrokerFill fill, String key, AccountId account) {
        return new Draft(
                EntryKind.NOTED,
                key,
                account,
                List.of(
                        new Change.Noted(
                                "FILL_NOT_OURS",
                                "The broker reports a fill of order %s, which we do not know: %s %s %s at %s; it is not booked"
                                        .formatted(
                                                fill.order(),
                                                fill.side(),
                                                fill.quantity(),
                                                fill.instrument(),
                                                fill.price()),
                                null,
                                account)));
    }
}
