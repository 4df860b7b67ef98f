package com.mathematricks.model.settings;

public enum TradingMode {
    PAPER,
    LIVE
}
