package com.mathematricks.engine.position;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a fill changes a position at average cost. A fill that flips closes first and opens the
/// rest.
public final class PositionArithmetic {

    private PositionArithmetic() {}

    /// @param fee in the account's currency
    /// @param entry the entry that the fill's order opens or closes; null: none in particular
    /// @param entryName the sender's name of that entry
    /// @param toAccount converts an amount of the quote currency to the account's at the fill's
    ///   rate, rounded as cash is
    public static AppliedFill apply(
            Position position,
            Side side,
            Quantity quantity,
            Price price,
            Money fee,
            @Nullable String entry,
            @Nullable String entryName,
            UnaryOperator<Money> toAccount,
            Instant at) {
        NetQuantity change = NetQuantity.of(side, quantity);
        Money paid =
                price.times(quantity, position.multiplier(), quote(position))
                        .times(BigDecimal.valueOf(change.signum()))
                        .rounded();
        boolean closes = position.quantity().signum() * change.signum() < 0;
        Quantity closed = closes ? quantity.min(position.quantity().size()) : Quantity.ZERO;
        Quantity opened = quantity.minus(closed);

        Money paidToClose = paid.share(closed.units(), quantity.units());
        Money costOfClosed =
                closes
                        ? position.totalCost()
                                .share(closed.units(), position.quantity().size().units())
                        : Money.zero(quote(position));
        // Closing a long: sold for -paid, cost +cost. Closing a short: bought for paid, cost is
        // below zero. Either way what remains is minus the sum.
        Money realized = paidToClose.plus(costOfClosed).negated();

        List<EntryLot> lots =
                closes
                        ? Position.lotsAfterClosing(
                                position.lots(), closed, Optional.ofNullable(entry))
                        : position.lots();
        // An order that closes an entry and turns the position has opened nothing of that name.
        boolean closedIt =
                closes && position.lots().stream().anyMatch(lot -> lot.entry().equals(entry));
        if (opened.isPositive() && entry != null && !closedIt) {
            lots = withOpened(lots, entry, entryName, opened, at);
        }
        Position after =
                new Position(
                        position.key(),
                        position.quantity().plus(change),
                        position.multiplier(),
                        position.totalCost().minus(costOfClosed).plus(paid.minus(paidToClose)),
                        position.realizedPnl().plus(toAccount.apply(realized)),
                        position.fees().plus(fee),
                        lots,
                        position.sizeRatio(),
                        at);
        return new AppliedFill(after, realized, paid);
    }

    private static List<EntryLot> withOpened(
            List<EntryLot> lots, String entry, @Nullable String name, Quantity opened, Instant at) {
        var changed = new ArrayList<EntryLot>();
        boolean known = false;
        for (EntryLot lot : lots) {
            boolean same = lot.entry().equals(entry);
            known |= same;
            changed.add(same ? lot.with(lot.left().plus(opened)) : lot);
        }
        if (!known) {
            changed.add(new EntryLot(entry, name, opened, at));
        }
        return changed;
    }

    private static Currency quote(Position position) {
        return position.totalCost().currency();
    }
}
