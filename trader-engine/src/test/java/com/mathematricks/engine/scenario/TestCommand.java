package com.mathematricks.engine.scenario;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A command, in the words of a story: `TestCommand.of(CLOSE, "strategy demo").in("AAPL")`.
public final class TestCommand {

    private final ControlAction action;
    private final String scope;
    private @Nullable InstrumentId instrument;
    private @Nullable ClientOrderId order;
    private @Nullable String reason;

    private TestCommand(ControlAction action, String scope) {
        this.action = action;
        this.scope = scope;
    }

    public static TestCommand of(ControlAction action, String scope) {
        return new TestCommand(action, scope);
    }

    public static TestCommand flatten(String scope) {
        return of(ControlAction.FLATTEN, scope);
    }

    public static TestCommand close(String instrument) {
        return of(ControlAction.CLOSE, "strategy demo").in(instrument);
    }

    public static TestCommand cancel(ClientOrderId order) {
        TestCommand command = of(ControlAction.CANCEL, "all");
        command.order = order;
        return command;
    }

    public TestCommand in(String name) {
        instrument = new InstrumentId(name);
        return this;
    }

    public TestCommand because(String given) {
        reason = given;
        return this;
    }

    public ControlCommand at(String id, Instant asked) {
        return new ControlCommand(id, action, scope, instrument, order, "dashboard", asked, reason);
    }
}
