package com.mathematricks.engine.position;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A net holding at average cost.
///
/// @param multiplier units of the underlying per contract, 1 for cash instruments
/// @param totalCost what the open quantity cost, in the quote currency, rounded per fill; above
///   zero long, below zero short
/// @param realizedPnl gross, in the account's currency, of all that was ever closed
/// @param fees all fees of its fills, in the account's currency
/// @param lots the entries that it is made of, oldest first; a quantity that belongs to no known
///   entry is in none
/// @param sizeRatio our size ÷ the sender's stated size of the present direction; 1 where they are
///   the same
/// @param updatedAt the last fill's time
public record Position(
        PositionKey key,
        NetQuantity quantity,
        BigDecimal multiplier,
        Money totalCost,
        Money realizedPnl,
        Money fees,
        List<EntryLot> lots,
        BigDecimal sizeRatio,
        Instant updatedAt) {

    public Position {
        lots = List.copyOf(lots);
        multiplier = Decimals.normalised(multiplier);
        sizeRatio = Decimals.normalised(sizeRatio);
    }

    public static Position flat(
            PositionKey key,
            BigDecimal multiplier,
            Currency quote,
            Currency accountCurrency,
            Instant at) {
        return new Position(
                key,
                NetQuantity.FLAT,
                multiplier,
                Money.zero(quote),
                Money.zero(accountCurrency),
                Money.zero(accountCurrency),
                List.of(),
                BigDecimal.ONE,
                at);
    }

    /// What is held, with the given terms where it is flat: nothing depends on the old ones then.
    public static Position orFlat(
            Optional<Position> known,
            PositionKey key,
            BigDecimal multiplier,
            Currency quote,
            Currency accountCurrency,
            Instant at) {
        return known.map(position ->
                        position.quantity.isFlat()
                                ? new Position(
                                        key,
                                        NetQuantity.FLAT,
                                        multiplier,
                                        Money.zero(quote),
                                        position.realizedPnl,
                                        position.fees,
                                        List.of(),
                                        position.sizeRatio,
                                        position.updatedAt)
                                : position)
                .orElseGet(() -> flat(key, multiplier, quote, accountCurrency, at));
    }

    /// Average price of the open quantity, to 34 digits; empty when flat, and where it is so small
    /// that its cost was rounded to nothing.
    public Optional<Price> averagePrice() {
        if (totalCost.amount().signum() != quantity.signum() || quantity.isFlat()) {
            return Optional.empty();
        }
        BigDecimal units = quantity.units().multiply(multiplier);
        return Optional.of(new Price(totalCost.amount().divide(units, MathContext.DECIMAL128)));
    }

    /// Worth of the open quantity at `price`, rounded as cash is; below zero for a short.
    public Money marketValue(Price price) {
        Money size = price.times(quantity.size(), multiplier, totalCost.currency()).rounded();
        return quantity.isShort() ? size.negated() : size;
    }

    /// Worth at `price` less what it cost, in the quote currency.
    public Money unrealizedPnl(Price price) {
        return marketValue(price).minus(totalCost);
    }

    public Optional<EntryLot> lot(String reference) {
        return lots.stream().filter(lot -> lot.answersTo(reference)).findFirst();
    }

    public Position withSizeRatio(BigDecimal ratio) {
        return new Position(
                key, quantity, multiplier, totalCost, realizedPnl, fees, lots, ratio, updatedAt);
    }

    /// Units in lots after `closed` units went, the named entry's first, then the oldest.
    static List<EntryLot> lotsAfterClosing(
            List<EntryLot> lots, Quantity closed, Optional<String> entry) {
        Quantity ofNamed =
                lots.stream()
                        .filter(lot -> isEntry(lot, entry))
                        .map(lot -> lot.left().min(closed))
                        .findFirst()
                        .orElse(Quantity.ZERO);
        Quantity ofOthers = closed.minus(ofNamed);
        var left = new ArrayList<EntryLot>();
        for (EntryLot lot : lots) {
            boolean named = isEntry(lot, entry);
            Quantity taken = named ? ofNamed : ofOthers.min(lot.left());
            ofOthers = named ? ofOthers : ofOthers.minus(taken);
            if (taken.compareTo(lot.left()) < 0) {
                left.add(lot.with(lot.left().minus(taken)));
            }
        }
        return left;
    }

    private static boolean isEntry(EntryLot lot, Optional<String> entry) {
        return entry.isPresent() && lot.entry().equals(entry.get());
    }
}
