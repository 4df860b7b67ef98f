package com.mathematricks.engine.loss;

import com.mathematricks.model.money.Money;

/// What a scope is worth at one moment.
///
/// @param paidIn what it started with and all flows since
/// @param equity paid in + all net profit and loss
public record Standing(Money paidIn, Money equity) {}
