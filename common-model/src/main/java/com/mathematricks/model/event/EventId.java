package com.mathematricks.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// `EPOCH-SEQUENCE` of the journal entry that the event tells of, with `.N` for the second and
/// later events of one entry. A consumer that saw an id before ignores it.
public record EventId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("event id is empty");
        }
    }

    public static EventId of(String epoch, long sequence, int index) {
        return new EventId(epoch + "-" + sequence + (index == 0 ? "" : "." + index));
    }

    @Override
    public String toString() {
        return value;
    }
}
