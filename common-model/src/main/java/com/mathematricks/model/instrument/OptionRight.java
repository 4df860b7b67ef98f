package com.mathematricks.model.instrument;

public enum OptionRight {
    CALL,
    PUT
}
