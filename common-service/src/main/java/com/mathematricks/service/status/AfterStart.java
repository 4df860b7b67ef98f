package com.mathematricks.service.status;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/// Collects what the start left behind, once in a process: a heap that may grow is else not looked
/// through until it is full, which at rest takes days, and the machine goes without the memory.
public final class AfterStart implements ApplicationListener<ApplicationReadyEvent> {

    // What begins with the first messages, as the connection to RabbitMQ, has begun by then.
    private static final int SECONDS = 20;
    private static final AtomicBoolean DUE = new AtomicBoolean(true);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (DUE.getAndSet(false)) {
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(System::gc);
        }
    }
}
