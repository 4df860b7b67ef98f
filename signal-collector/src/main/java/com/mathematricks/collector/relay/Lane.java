package com.mathematricks.collector.relay;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.Reading;
import com.mathematricks.collector.inbox.Backlog;
import com.mathematricks.collector.inbox.OpenSignal;
import com.mathematricks.collector.inbox.StoreUnavailableException;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One strategy's signals on their way to the engine: strictly one after another, the next only
/// when the one before has an outcome.
final class Lane {

    static final int FAILURES_TO_PARK = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int BATCH = 100;

    private final StrategyName strategy;
    private final Backlog backlog;
    private final Engine engine;
    private final EngineContact contact;
    private final Clock clock;
    private final BackOff backOff;
    private final Queue<OpenSignal> next = new ArrayDeque<>();
    private int failures;
    private volatile @Nullable Instant waitingSince;
    private boolean waitsForStore;

    Lane(
            StrategyName strategy,
            Backlog backlog,
            Engine engine,
            EngineContact contact,
            Clock clock,
            RandomGenerator random) {
        this.strategy = strategy;
        this.backlog = backlog;
        this.engine = engine;
        this.contact = contact;
        this.clock = clock;
        this.backOff = new BackOff(random);
    }

    /// What to do after a step.
    sealed interface Then {

        record GoOn() implements Then {}

        record Rest() implements Then {}

        record Wait(Duration pause) implements Then {}
    }

    /// One attempt at one signal.
    Then step() {
        try {
            if (next.isEmpty()) {
                next.addAll(backlog.open(strategy, BATCH));
                failures = next.isEmpty() ? 0 : next.peek().failures();
            }
            OpenSignal signal = next.peek();
            waitingSince = signal == null ? null : signal.receivedAt();
            Then then = signal == null ? new Then.Rest() : attempt(signal);
            waitsForStore = false;
            return then;
        } catch (StoreUnavailableException e) {
            if (!waitsForStore) {
                LOG.warn("signals of {} wait for the store: {}", strategy, e.getMessage());
            }
            waitsForStore = true;
            // What is stored by now is not what was read: look again.
            next.clear();
            return new Then.Wait(backOff.next());
        }
    }

    /// When the first of the signals without an outcome came; null where there is none.
    @Nullable Instant waitingSince() {
        return waitingSince;
    }

    private Then attempt(OpenSignal stored) {
        Instant postedAt = clock.instant();
        return switch (stored.reading()) {
            case Reading.Wish(var parsed) -> {
                Signal signal;
                try {
                    signal = stored.signal(parsed);
                } catch (IllegalArgumentException e) {
                    yield refuse(stored, fault("body", String.valueOf(e.getMessage())));
                }
                yield settle(stored, post(signal), postedAt);
            }
            case Reading.Refused(var error, var _) -> refuse(stored, error);
            case Reading.PriceAlert(var _) -> refuse(stored, fault("type", "a price, no signal"));
        };
    }

    /// A fault of ours with one signal must not hold up those behind it for ever.
    private EngineAnswer post(Signal signal) {
        try {
            return engine.post(signal);
        } catch (RuntimeException e) {
            LOG.error("{} could not be posted", signal.key(), e);
            return new EngineAnswer.Failed(e.getClass().getSimpleName());
        }
    }

    private Then settle(OpenSignal signal, EngineAnswer answer, Instant postedAt) {
        return switch (answer) {
            case EngineAnswer.Decided(var decision) -> {
                contact.answered();
                backlog.decided(signal, decision, postedAt, clock.instant());
                contact.did(signal.key() + ": " + decision.outcome() + " " + decision.code());
                yield done();
            }
            case EngineAnswer.Refused(var reason) -> {
                contact.answered();
                yield refuse(signal, fault("signal", reason));
            }
            case EngineAnswer.Away(var why) -> await(why);
            case EngineAnswer.Failed(var why) ->
                    engine.isReady() ? countFailure(signal, why) : await(why);
            case EngineAnswer.Taken() -> await("it took a signal without a decision");
        };
    }

    private Then refuse(OpenSignal signal, FieldError error) {
        backlog.refused(signal, error, clock.instant());
        contact.did(signal.key() + ": refused");
        return done();
    }

    private Then countFailure(OpenSignal signal, String why) {
        contact.answered();
        int count = failures + 1;
        if (count < FAILURES_TO_PARK) {
            backlog.failed(signal, count);
            failures = count;
            return new Then.Wait(backOff.next());
        }
        LOG.error("{} is parked, the engine failed on it {} times: {}", signal.key(), count, why);
        backlog.parked(
                signal, fault("signal", "the engine failed: " + why), count, clock.instant());
        contact.did(signal.key() + ": parked");
        return done();
    }

    private Then await(String why) {
        contact.away(why);
        return new Then.Wait(backOff.next());
    }

    private Then done() {
        next.remove();
        OpenSignal following = next.peek();
        failures = following == null ? 0 : following.failures();
        backOff.reset();
        return new Then.GoOn();
    }

    private static FieldError fault(String field, String text) {
        return new FieldError(field, null, "a signal that the engine takes", text);
    }
}
