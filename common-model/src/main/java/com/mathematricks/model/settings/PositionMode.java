package com.mathematricks.model.settings;

/// Whether a position that the sender states is the truth that the engine trades towards, or its
/// orders are taken one by one.
public enum PositionMode {
    STATED,
    ORDERS
}
