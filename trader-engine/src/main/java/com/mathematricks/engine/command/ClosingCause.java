package com.mathematricks.engine.command;

import com.mathematricks.engine.order.OrderOrigin;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.settings.FlatBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why positions are closed at the market.
///
/// @param code of what a person is told
/// @param words for that person
/// @param command the id of the command that asked for it; null: none, so that a halt holds it back
record ClosingCause(String code, String words, @Nullable String command) {

    static ClosingCause of(ControlCommand command) {
        return new ClosingCause("CLOSED_BY_COMMAND", Words.asked(command), command.id());
    }

    static ClosingCause of(FlatBy flatBy) {
        return new ClosingCause("CLOSED_BY_TIME", "flat by " + flatBy, null);
    }

    OrderOrigin origin(long decision, Instant at) {
        return command == null
                ? OrderOrigin.ofTime(decision, at)
                : OrderOrigin.ofCommand(command, decision, at);
    }
}
