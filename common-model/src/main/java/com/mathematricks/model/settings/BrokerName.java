package com.mathematricks.model.settings;

/// The brokers that this version can trade with.
public enum BrokerName {
    PAPER
}
