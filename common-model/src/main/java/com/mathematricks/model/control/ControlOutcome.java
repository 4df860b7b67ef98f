package com.mathematricks.model.control;

import java.time.Instant;
import java.util.List;

/// What was really done.
///
/// @param text one sentence for a person
/// @param details a line for each order cancelled, sent or left alone
/// @param sequence the journal entry that holds it; 0 where the command could not even be read
public record ControlOutcome(
        ControlStatus status, String text, List<String> details, Instant at, long sequence) {

    public ControlOutcome {
        details = List.copyOf(details);
    }
}
