package com.mathematricks.system.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for a condition, with a bound.
public final class Await {

    /// Long enough for a busy machine; whoever waits this long has found an error.
    public static final Duration BOUND = Duration.ofSeconds(60);

    /// Four services start on two processors that may be busy with other things.
    public static final Duration START_BOUND = Duration.ofMinutes(3);

    private static final Duration LOOK = Duration.ofMillis(20);

    private Await() {}

    /// @param state read only when the time is up, for the message
    public static void until(String what, BooleanSupplier reached, Supplier<?> state) {
        until(what, BOUND, reached, state);
    }

    public static void until(
            String what, Duration bound, BooleanSupplier reached, Supplier<?> state) {
        value(
                what,
                bound,
                () -> reached.getAsBoolean() ? Optional.of(true) : Optional.empty(),
                state);
    }

    public static <T> T value(String what, Supplier<Optional<T>> look, Supplier<?> state) {
        return value(what, BOUND, look, state);
    }

    private static <T> T value(
            String what, Duration bound, Supplier<Optional<T>> look, Supplier<?> state) {
        long limit = System.nanoTime() + bound.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > limit) {
                throw new AssertionError(
                        "not within %d s: %s; instead: %s"
                                .formatted(bound.toSeconds(), what, state.get()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
