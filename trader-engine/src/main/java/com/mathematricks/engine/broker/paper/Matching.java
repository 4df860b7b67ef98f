package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.instrument.DayEnd;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.TimeInForce;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What becomes of an order, when it comes and with each later price. Pure but for the prices it
/// reads.
record Matching(References references, FillPrices fillPrices, Execution execution, DayEnd dayEnd) {

    PaperOrder arrive(Order order, Instrument instrument, PaperBook book, Instant now) {
        Optional<KnownPrice> known = references.newest(order, now);
        PaperOrder received = PaperOrder.received(order, instrument, book.generation(), known, now);
        return switch (order.terms().type()) {
            case MARKET ->
                    known.map(price -> Reference.of(price, now))
                            .or(() -> References.lastFill(order, book, now))
                            .map(reference -> market(received, reference, book, now))
                            .orElseGet(() ->
                                    received.ended(
                                            OrderStatus.REJECTED,
                                            "no price of %s is known".formatted(instrument.id()),
                                            now));
            case LIMIT ->
                    resting(
                            known.flatMap(price -> limitAtOnce(received, price, book, now))
                                    .orElse(received),
                            now);
            case STOP, STOP_LIMIT, TRAILING_STOP -> resting(received, now);
        };
    }

    private PaperOrder market(PaperOrder order, Reference reference, PaperBook book, Instant now) {
        Price price =
                fillPrices.market(
                        order.tradedInstrument(), order.terms().side(), reference.price());
        return execution.whole(order, price, reference, book, now);
    }

    private Optional<PaperOrder> limitAtOnce(
            PaperOrder order, KnownPrice known, PaperBook book, Instant now) {
        return fillPrices
                .limitAtOnce(
                        order.tradedInstrument(), order.terms().side(), limit(order), known.price())
                .map(price -> execution.part(order, price, Reference.of(known, now), book, now));
    }

    /// What is still open of an order that came.
    private PaperOrder resting(PaperOrder order, Instant now) {
        if (!order.isOpen()) {
            return order;
        }
        TimeInForce stated = order.terms().timeInForce();
        return switch (stated) {
            case IOC, FOK ->
                    order.ended(OrderStatus.CANCELLED, stated + ": not filled at once", now);
            case DAY -> order.expiring(dayEnd.after(order.tradedInstrument(), now));
            case GTC -> order;
        };
    }

    /// What a new price makes of a resting order; empty where nothing changes.
    Optional<PaperOrder> meet(PaperOrder order, KnownPrice price, PaperBook book, Instant now) {
        return switch (order.terms().type()) {
            case STOP ->
                    stop(
                            order,
                            Objects.requireNonNull(order.terms().stopPrice()),
                            price,
                            book,
                            now);
            case STOP_LIMIT ->
                    order.triggeredAt() == null
                            ? triggered(order, price, book, now)
                            : restingLimit(order, price, book, now);
            case TRAILING_STOP -> trailing(order, price, book, now);
            // No market order rests.
            case MARKET, LIMIT -> restingLimit(order, price, book, now);
        };
    }

    private Optional<PaperOrder> stop(
            PaperOrder order, Price stop, KnownPrice price, PaperBook book, Instant now) {
        return fillPrices
                .stop(order.tradedInstrument(), order.terms().side(), stop, price.price())
                .map(at -> execution.whole(order, at, Reference.of(price, now), book, now));
    }

    private Optional<PaperOrder> restingLimit(
            PaperOrder order, KnownPrice price, PaperBook book, Instant now) {
        return fillPrices
                .restingLimit(
                        order.tradedInstrument(), order.terms().side(), limit(order), price.price())
                .map(at ->
                        execution.part(
                                order.seen(price, now), at, Reference.of(price, now), book, now));
    }

    /// Once the stop is reached it is a limit order that comes at that price.
    private Optional<PaperOrder> triggered(
            PaperOrder order, KnownPrice price, PaperBook book, Instant now) {
        OrderTerms terms = order.terms();
        Price stop = Objects.requireNonNull(terms.stopPrice());
        if (!FillPrices.reaches(terms.side(), stop, price.price())) {
            return Optional.empty();
        }
        PaperOrder triggered = order.seen(price, now).triggered(now);
        return Optional.of(limitAtOnce(triggered, price, book, now).orElse(triggered));
    }

    /// The stop stands behind the best price before this one; a better one moves it.
    private Optional<PaperOrder> trailing(
            PaperOrder order, KnownPrice price, PaperBook book, Instant now) {
        OrderTerms terms = order.terms();
        Price best = order.bestPrice();
        if (best == null || FillPrices.isBetter(terms.side(), price.price(), best)) {
            return Optional.of(order.trailing(price.price(), now));
        }
        return Objects.requireNonNull(terms.trail())
                .stop(terms.side(), best)
                .flatMap(stop -> stop(order, stop, price, book, now));
    }

    private static Price limit(PaperOrder order) {
        return Objects.requireNonNull(order.terms().limitPrice());
    }
}
