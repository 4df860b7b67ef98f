package com.mathematricks.model.control;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One command. In its collection it carries `open: true` until the engine answered it.
///
/// @param id unique; the journal's entry has the key `command:ID`
/// @param scope `all`, `account NAME` or `strategy NAME`
/// @param by who asked, for a person: `dashboard`, `telegram NAME`
/// @param at when it was asked; it expires unexecuted five minutes later
/// @param reason what the person gave as the reason
public record ControlCommand(
        String id,
        ControlAction action,
        String scope,
        @Nullable InstrumentId instrument,
        @Nullable ClientOrderId order,
        String by,
        Instant at,
        @Nullable String reason) {}
