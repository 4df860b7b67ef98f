package com.mathematricks.engine.book;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.account.Marks;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;

/// What positions and accounts are worth at the last known prices. A position without any price is
/// worth what it cost.
public final class Valuation {

    private final Book book;
    private final Marks marks;

    public Valuation(Book book, Marks marks) {
        this.book = book;
        this.marks = marks;
    }

    /// In the account's currency, rounded as cash is.
    public Money unrealizedPnl(Position position) {
        Money zero = Money.zero(position.realizedPnl().currency());
        if (position.quantity().isFlat()) {
            return zero;
        }
        return marks.mark(position.key().instrument(), position.key().strategy())
                .or(position::averagePrice)
                .map(mark -> conversion(position, mark).convert(position.unrealizedPnl(mark)))
                .orElse(zero);
    }

    public Price markOr(Position position, Price otherwise) {
        return marks.mark(position.key().instrument(), position.key().strategy()).orElse(otherwise);
    }

    /// Flows + realized + unrealized − fees, in the account's currency.
    public Money equity(AccountBalance balance) {
        return balance.flows()
                .plus(balance.realized())
                .plus(unrealizedPnl(balance.id(), balance))
                .minus(balance.fees());
    }

    public Money unrealizedPnl(AccountId account, AccountBalance balance) {
        return book.positions().stream()
                .filter(position -> position.key().account().equals(account))
                .map(this::unrealizedPnl)
                .reduce(Money.zero(balance.currency()), Money::plus);
    }

    /// What a strategy has won or lost, net of fees, in the account's currency.
    public Money netPnl(StrategyName strategy, AccountBalance balance) {
        return book.positions().stream()
                .filter(position -> position.key().strategy().equals(strategy))
                .filter(position -> position.key().account().equals(balance.id()))
                .map(position ->
                        position.realizedPnl().plus(unrealizedPnl(position)).minus(position.fees()))
                .reduce(Money.zero(balance.currency()), Money::plus);
    }

    /// Throws IllegalStateException where an amount of the position cannot be converted: no order
    /// for such an instrument is ever approved.
    public Conversion conversion(Position position, Price price) {
        Instrument instrument = instrument(position);
        return Conversion.of(instrument, price, position.realizedPnl().currency())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no rate from %s to %s for %s"
                                        .formatted(
                                                instrument.currency(),
                                                position.realizedPnl().currency(),
                                                position.key())));
    }

    private Instrument instrument(Position position) {
        return book.instrument(position.key().instrument())
                .orElseThrow(() ->
                        new IllegalStateException("the book holds no terms of " + position.key()));
    }
}
