package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.Side;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fills an order at a price, with its fee; one that cannot be booked in the account's currency is
/// rejected.
record Execution(PaperFees fees) {

    PaperOrder of(PaperOrder order, Price price, Reference reference, PaperBook book, Instant now) {
        Instrument instrument = order.tradedInstrument();
        PaperLedger ledger = book.ledger();
        Optional<Conversion> conversion =
                Conversion.of(instrument, price, ledger.cash().currency());
        Optional<Money> fee =
                conversion.flatMap(rate ->
                        fees.fee(
                                instrument,
                                price,
                                order.terms().quantity(),
                                rate,
                                closesFrom(order, ledger),
                                now));
        return fee.map(charged ->
                        order.filled(
                                new PaperFill(
                                        order.id() + "-1",
                                        ledger.nextFill(),
                                        order.terms().quantity(),
                                        price,
                                        reference.price(),
                                        charged,
                                        reference.source(),
                                        now)))
                .orElseGet(() ->
                        order.ended(
                                OrderStatus.REJECTED,
                                "no rate is known to book %s in %s"
                                        .formatted(instrument.id(), ledger.cash().currency()),
                                now));
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
