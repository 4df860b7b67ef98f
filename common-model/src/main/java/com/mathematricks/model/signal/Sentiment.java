package com.mathematricks.model.signal;

/// The direction that the sender wants to be in afterwards.
public enum Sentiment {
    LONG,
    SHORT,
    FLAT
}
