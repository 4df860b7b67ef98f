package com.mathematricks.model.signal;

/// The engine's answer to a signal, the same however often it is asked.
///
/// @param code stable; `APPROVED` where all was approved, else that of the first failed check, or
///   `ALREADY_THERE`
/// @param reason in words, with the numbers
/// @param sequence the journal entry that holds the decision
public record DecisionAnswer(
        SignalKey key, DecisionOutcome outcome, String code, String reason, long sequence) {}
