package com.mathematricks.notifier.telegram;

import java.time.Duration;

/// How a thread waits.
public interface Pause {

    void pause(Duration time) throws InterruptedException;
}
