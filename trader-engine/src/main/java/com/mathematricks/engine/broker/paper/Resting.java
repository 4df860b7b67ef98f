package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Which resting orders a new price or the time concerns.
final class Resting {

    private Resting() {}

    /// Stops before all else, so that the stop is it where one price touches stop and target.
    static List<PaperOrder> concernedBy(InstrumentId instrument, KnownPrice price, PaperBook book) {
        return book.open().stream()
                .filter(order -> order.terms().instrument().equals(instrument))
                .filter(order -> mayFill(order, price))
                .sorted(Comparator.comparing(order -> order.terms().type() == OrderType.LIMIT))
                .toList();
    }

    /// True where the price is a new one for a resting order, and one that may fill it. Senders
    /// tell time in whole seconds, so a price of the second in which the order came counts as
    /// later; the store keeps milliseconds, so within one nothing is newer.
    private static boolean mayFill(PaperOrder order, KnownPrice price) {
        Instant seen = order.lastPriceAt();
        Instant at = price.at().truncatedTo(ChronoUnit.MILLIS);
        return price.source() != PriceSource.FILL
                && price.isFor(order.strategy())
                && (seen == null || at.isAfter(seen))
                && !at.isBefore(order.receivedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    static boolean isTargetBeside(PaperOrder order, PaperOrder stop) {
        return order.terms().role() == OrderRole.TARGET
                && stop.terms().role() == OrderRole.STOP
                && order.strategy().equals(stop.strategy())
                && Objects.equals(order.entry(), stop.entry());
    }

    /// Those whose day is over.
    static List<PaperOrder> over(PaperBook book, Instant now) {
        return book.open().stream().filter(order -> order.isOver(now)).toList();
    }
}
