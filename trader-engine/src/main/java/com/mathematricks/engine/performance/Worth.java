package com.mathematricks.engine.performance;

import com.mathematricks.model.money.Money;

/// What a scope is worth at one moment.
///
/// @param paidIn what it started with and all flows since: an account's opening balance and
///   deposits less withdrawals, a strategy's capital as it is set now
/// @param equity paid in + all net profit and loss
public record Worth(PnlScope scope, Money paidIn, Money equity, ClosingDays days) {}
