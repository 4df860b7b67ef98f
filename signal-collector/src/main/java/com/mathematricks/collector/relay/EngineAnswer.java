package com.mathematricks.collector.relay;

import com.mathematricks.model.signal.DecisionAnswer;

/// What came of posting something to the engine.
public sealed interface EngineAnswer {

    record Decided(DecisionAnswer decision) implements EngineAnswer {}

    /// Taken, with nothing to say.
    record Taken() implements EngineAnswer {}

    /// Never to be posted again.
    record Refused(String reason) implements EngineAnswer {}

    /// Away, starting, replaced, too slow, or not to be talked to: post again, for as long as it
    /// takes.
    record Away(String why) implements EngineAnswer {}

    /// Failed on this one, and may be ready for others.
    record Failed(String why) implements EngineAnswer {}
}
