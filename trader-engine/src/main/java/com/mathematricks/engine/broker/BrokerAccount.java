package com.mathematricks.engine.broker;

import com.mathematricks.model.money.Money;

/// What the broker says about the account's money.
public record BrokerAccount(Money cash) {}
