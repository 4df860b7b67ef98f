package com.mathematricks.model.settings;

/// What to do with an order that is larger than a limit allows.
public enum OnLimit {
    DENY,
    REDUCE
}
