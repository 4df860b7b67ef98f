package com.mathematricks.engine.account;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.BrokerName;

/// The money of an account, each amount in its one currency. It holds at any time that `cash =
/// flows + realized − fees − cost of open cash positions`, and so, with every position at its mark,
/// `equity = flows + realized + unrealized − fees`.
///
/// @param flows opening balance and deposits less withdrawals
/// @param realized gross P&L of all closed quantities
/// @param fees all fees ever, zero or more
/// @param cash what is there to spend
public record AccountBalance(
        AccountId id,
        BrokerName broker,
        Currency currency,
        Money flows,
        Money realized,
        Money fees,
        Money cash) {

    public static AccountBalance opened(
            AccountId id, BrokerName broker, Currency currency, Money opening) {
        Money zero = Money.zero(currency);
        return new AccountBalance(id, broker, currency, opening, zero, zero, opening);
    }

    /// @param paid cash that the fill moved out of the account (above zero) or into it
    public AccountBalance filled(Money paid, Money realizedPnl, Money fee) {
        return new AccountBalance(
                id,
                broker,
                currency,
                flows,
                realized.plus(realizedPnl),
                fees.plus(fee),
                cash.minus(paid).minus(fee));
    }

    /// @param amount above zero: a deposit
    public AccountBalance adjusted(Money amount) {
        return new AccountBalance(
                id, broker, currency, flows.plus(amount), realized, fees, cash.plus(amount));
    }
}
