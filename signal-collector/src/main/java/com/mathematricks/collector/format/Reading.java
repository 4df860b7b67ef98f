package com.mathematricks.collector.format;

/// What a message turned out to be.
public sealed interface Reading {

    record Wish(ParsedSignal signal) implements Reading {}

    record PriceAlert(ParsedPrice price) implements Reading {}

    /// @param labels what could be read nevertheless, so that the refusal finds its strategy
    record Refused(FieldError error, Labels labels) implements Reading {}
}
