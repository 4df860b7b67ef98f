package com.mathematricks.model.order;

public enum TimeInForce {
    DAY,
    GTC,
    IOC,
    FOK
}
