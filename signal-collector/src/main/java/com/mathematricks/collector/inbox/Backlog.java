package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The signals without an outcome, and how they get one. Every method may throw
/// `StoreUnavailableException`.
public interface Backlog {

    /// The strategy's first open signals, in order.
    List<OpenSignal> open(StrategyName strategy, int limit);

    /// The next strategy, by name, that has open signals; null asks for the first.
    Optional<StrategyName> strategyAfter(@Nullable StrategyName last);

    void decided(OpenSignal signal, DecisionAnswer answer, Instant postedAt, Instant decidedAt);

    void refused(OpenSignal signal, FieldError error, Instant at);

    /// @param failures including this one
    void failed(OpenSignal signal, int failures);

    void parked(OpenSignal signal, FieldError error, int failures, Instant at);
}
