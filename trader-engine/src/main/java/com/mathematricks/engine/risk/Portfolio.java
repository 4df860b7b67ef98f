package com.mathematricks.engine.risk;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.loss.Losses;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.Side;
import java.time.Duration;
import java.util.Optional;

/// The account as it would be if every working order that enlarges a position had filled and none
/// that shrinks one, plus the orders already approved in the same decision.
public interface Portfolio {

    /// Of the account, at the last known prices.
    Money equity();

    /// Of all accounts of the same mode; empty with one account, or where the currencies differ.
    Optional<Money> totalEquity();

    /// Exposure of all strategies of the account in one instrument, never netted against each
    /// other.
    Money exposure(Instrument instrument);

    Money exposure();

    /// Of the strategy alone.
    Money strategyExposure();

    /// Of all positions, long and short added up: their notional, or their exposure where that is
    /// more.
    Money grossNotional();

    /// Exposure in that direction less exposure against it, with the working entries of that
    /// direction only; below zero where the account leans the other way.
    Money netExposure(Side direction);

    /// Of the strategy, with its working entries of that side.
    NetQuantity strategyNet(Instrument instrument, Side side);

    /// Of all strategies of the account, with their working entries of that side.
    NetQuantity accountNet(Instrument instrument, Side side);

    int openPositions();

    boolean isOpen(Instrument instrument);

    /// Orders planned within the last minute, protective ones aside.
    OrderCounts ordersLastMinute();

    /// @param strategy of the strategy alone
    /// @param account of all strategies of the account
    /// @param overall of all accounts
    record OrderCounts(int strategy, int account, int overall) {}

    /// Signals of the strategy that led to an order within that time, and after a person resumed it
    /// last.
    int executions(Duration within);

    /// Of the strategy, its account and everything, where such a limit is set.
    Losses losses(LossRule rule);

    ScopeState state();

    /// Empty while the account's broker is connected and reconciled; else what is wrong.
    Optional<String> brokerProblem();

    /// Empty while the store has room; else what is wrong.
    Optional<String> diskProblem();
}
