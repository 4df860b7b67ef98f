package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TimersTest {

    @Test
    void showsWhatFailsUntilItWorksAgain() {
        try (var timers = new Timers()) {
            var broken = new AtomicBoolean(true);
            Runnable task =
                    () -> {
                        if (broken.get()) {
                            throw new IllegalStateException("no store");
                        }
                    };

            timers.run("marking positions", task);
            timers.run("closing the day", () -> {});
            assertThat(timers.trouble()).isEqualTo("marking positions failed: no store");

            broken.set(false);
            timers.run("marking positions", task);
            assertThat(timers.trouble()).isEmpty();
        }
    }

    @Test
    void anEngineThatIsNotUpIsNoTroubleOfATimer() {
        try (var timers = new Timers()) {
            timers.run(
                    "marking positions",
                    () -> {
                        throw new EngineBusyException("the engine opens the accounts");
                    });

            assertThat(timers.trouble()).isEmpty();
        }
    }
}
