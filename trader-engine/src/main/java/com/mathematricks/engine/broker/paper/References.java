package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderRole;
import java.time.Instant;
import java.util.Optional;

/// Where the market stands for an order that comes.
record References(PriceBook prices) {

    /// The newest of what the price book has for the strategy and the signal's own price; never a
    /// fill.
    Optional<KnownPrice> newest(Order order, Instant now) {
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
    static Optional<Reference> lastFill(Order order, PaperBook book, Instant now) {
        return order.terms().role() == OrderRole.ENTRY
                ? Optional.empty()
                : book.ledger()
                        .lastTraded(order.terms().instrument())
                        .map(position -> Reference.of(position, now));
    }
}
