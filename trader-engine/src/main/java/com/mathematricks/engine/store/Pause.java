package com.mathematricks.engine.store;

/// Waits before something that failed is tried again.
@FunctionalInterface
public interface Pause {

    Pause BACK_OFF =
            attempt -> {
                try {
                    Thread.sleep(Math.min(2_000, 50L << Math.min(attempt, 6)));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new StoppedException();
                }
            };

    /// @param attempt 0 after the first failure
    ///
    ///   Throws StoppedException where the service is stopping.
    void before(int attempt);
}
