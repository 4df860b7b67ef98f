package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.Side;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fills an order at a price, with its fee; what cannot be booked in the account's currency is
/// rejected.
record Execution(PaperFees fees, Parts parts) {

    /// All that is left, in one fill or several.
    PaperOrder whole(
            PaperOrder order, Price price, Reference reference, PaperBook book, Instant now) {
        PaperOrder filled = part(order, price, reference, book, now);
        return filled.isOpen() ? whole(filled, price, reference, book, now) : filled;
    }

    /// One fill; where it leaves something, that rests.
    PaperOrder part(
            PaperOrder order, Price price, Reference reference, PaperBook book, Instant now) {
        Instrument instrument = order.tradedInstrument();
        PaperLedger ledger = book.ledger();
        Quantity quantity = parts.next(order);
        PaperFill free =
                new PaperFill(
                        order.id() + "-" + (order.fills().size() + 1),
                        ledger.nextFill() + order.fillsAfter(ledger.throughFill()).size(),
                        quantity,
                        price,
                        reference.price(),
                        Money.zero(ledger.cash().currency()),
                        reference.source(),
                        now);
        return Conversion.of(instrument, price, ledger.cash().currency())
                .flatMap(rate -> fee(order.filled(free), rate, closesFrom(order, ledger), now))
                .map(fee -> order.filled(free.withFee(due(fee, order))))
                .orElseGet(() ->
                        order.ended(
                                OrderStatus.REJECTED,
                                "no rate is known to book %s in %s"
                                        .formatted(instrument.id(), ledger.cash().currency()),
                                now));
    }

    /// Of all that is filled: a minimum is an order's, not a fill's.
    private Optional<Money> fee(
            PaperOrder filled, Conversion rate, @Nullable Instant closesFrom, Instant now) {
        return fees.fee(
                filled.tradedInstrument(),
                filled.averagePrice(),
                filled.filledQuantity(),
                rate,
                closesFrom,
                now);
    }

    private static Money due(Money fee, PaperOrder charged) {
        Money due = fee.minus(charged.fees(fee.currency()));
        return due.amount().signum() < 0 ? Money.zero(fee.currency()) : due;
    }

    private static @Nullable Instant closesFrom(PaperOrder order, PaperLedger ledger) {
        return ledger.position(order.strategy(), order.terms().instrument())
                .filter(position -> isReducedBy(position.quantity(), order.terms().side()))
                .map(PaperPosition::openedAt)
                .orElse(null);
    }

    private static boolean isReducedBy(NetQuantity held, Side side) {
        return side == Side.BUY ? held.isShort() : held.isLong();
    }
}
