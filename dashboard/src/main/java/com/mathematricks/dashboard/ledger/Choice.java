package com.mathematricks.dashboard.ledger;

/// One of the values that a form offers.
///
/// @param value what the form sends
public record Choice(String value, String words) {

    /// By the stored word.
    public static Choice of(Enum<?> word) {
        return new Choice(word.name(), Words.of(word.name()));
    }
}
