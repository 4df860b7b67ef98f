package com.mathematricks.notifier.command;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.notifier.message.Text;
import org.jspecify.annotations.Nullable;

/// What a person wants the engine to do, before it was confirmed.
sealed interface Request {

    /// @param question what it will do, in words
    record Confirmable(
            ControlAction action,
            String scope,
            @Nullable InstrumentId instrument,
            @Nullable ClientOrderId order,
            Text question)
            implements Request {}

    /// It cannot be meant like that.
    record Unclear(Text answer) implements Request {}
}
