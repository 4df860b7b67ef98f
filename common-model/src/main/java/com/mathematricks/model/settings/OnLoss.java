package com.mathematricks.model.settings;

/// What becomes of trading where a loss limit is reached, until a person resumes it.
public enum OnLoss {
    REDUCE,
    HALT
}
