package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.order.TimeInForce;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of an order, when it comes and with each later price. Pure but for the prices it
/// reads.
record Matching(PriceBook prices, FillPrices fillPrices, PaperFees fees) {

    PaperOrder arrive(Order order, Instrument instrument, PaperBook book, Instant now) {
        Optional<KnownPrice> known = newest(order, now);
        PaperOrder received =
                PaperOrder.received(
                        order,
                        instrument,
                        book.generation(),
                        known.map(KnownPrice::at).orElse(null),
                        now);
        return switch (order.terms().type()) {
            case MARKET ->
                    known.map(price -> Reference.of(price, now))
                            .or(() -> lastFill(order, book, now))
                            .map(reference -> market(received, reference, book, now))
                            .orElseGet(() ->
                                    received.ended(
                                            OrderStatus.REJECTED,
                                            "no price of %s is known".formatted(instrument.id()),
                                            now));
            case LIMIT ->
                    known.flatMap(price -> limitAtOnce(received, price, book, now))
                            .orElseGet(() -> resting(received, now));
            case STOP -> resting(received, now);
            case STOP_LIMIT, TRAILING_STOP ->
                    received.ended(
                            OrderStatus.REJECTED,
                            "the paper broker takes market, limit and stop orders, not "
                                    + order.terms().type(),
                            now);
        };
    }

    private PaperOrder market(PaperOrder order, Reference reference, PaperBook book, Instant now) {
        Price price =
                fillPrices.market(
                        order.tradedInstrument(), order.terms().side(), reference.price());
        return filled(order, price, reference, book, now);
    }

    private Optional<PaperOrder> limitAtOnce(
            PaperOrder order, KnownPrice known, PaperBook book, Instant now) {
        OrderTerms terms = order.terms();
        return fillPrices
                .limitAtOnce(
                        order.tradedInstrument(),
                        terms.side(),
                        Objects.requireNonNull(terms.limitPrice()),
                        known.price())
                .map(price -> filled(order, price, Reference.of(known, now), book, now));
    }

    /// DAY orders rest like GTC ones: the paper broker knows no sessions.
    private static PaperOrder resting(PaperOrder order, Instant now) {
        TimeInForce stated = order.terms().timeInForce();
        boolean atOnce = stated == TimeInForce.IOC || stated == TimeInForce.FOK;
        return atOnce
                ? order.ended(OrderStatus.CANCELLED, stated + ": not filled at once", now)
                : order;
    }

    /// The newest of what the price book has for the strategy and the signal's own price; never a
    /// fill.
    private Optional<KnownPrice> newest(Order order, Instant now) {
        Optional<KnownPrice> known =
                prices.newestNotOfFills(order.terms().instrument(), order.strategy());
        Price signalPrice = order.origin().signalPrice();
        if (signalPrice == null) {
            return known;
        }
        Instant at = order.origin().signalAt();
        var own = KnownPrice.ofSignal(signalPrice, at.isAfter(now) ? now : at, order.strategy());
        return known.filter(price -> !price.at().isBefore(own.at())).or(() -> Optional.of(own));
    }

    /// For what closes, where nobody knows a price: the one behind the last fill.
    private static Optional<Reference> lastFill(Order order, PaperBook book, Instant now) {
        if (order.terms().role() == OrderRole.ENTRY) {
            return Optional.empty();
        }
        return book.ledger()
                .lastTraded(order.terms().instrument())
                .map(position -> Reference.of(position, now));
    }

    /// True where the price is a new one for a resting order, and one that may fill it. Senders
    /// tell time in whole seconds, so a price of the second in which the order came counts as
    /// later; the store keeps milliseconds, so within one nothing is newer.
    static boolean mayFill(PaperOrder order, KnownPrice price) {
        Instant seen = order.lastPriceAt();
        Instant at = price.at().truncatedTo(ChronoUnit.MILLIS);
        return price.source() != PriceSource.FILL
                && price.isFor(order.strategy())
                && (seen == null || at.isAfter(seen))
                && !at.isBefore(order.receivedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /// Present where the new price fills the resting order.
    Optional<PaperOrder> meet(PaperOrder order, KnownPrice price, PaperBook book, Instant now) {
        OrderTerms terms = order.terms();
        Instrument instrument = order.tradedInstrument();
        Optional<Price> filledAt =
                terms.type() == OrderType.STOP
                        ? fillPrices.stop(
                                instrument,
                                terms.side(),
                                Objects.requireNonNull(terms.stopPrice()),
                                price.price())
                        : fillPrices.restingLimit(
                                instrument,
                                terms.side(),
                                Objects.requireNonNull(terms.limitPrice()),
                                price.price());
        return filledAt.map(at -> filled(order, at, Reference.of(price, now), book, now));
    }

    private PaperOrder filled(
            PaperOrder order, Price price, Reference reference, PaperBook book, Instant now) {
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
