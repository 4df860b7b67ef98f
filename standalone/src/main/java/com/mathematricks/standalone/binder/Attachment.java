package com.mathematricks.standalone.binder;

import org.springframework.context.Lifecycle;

/// One end's connection to a destination, which Spring makes and unmakes as it starts and stops.
final class Attachment implements Lifecycle {

    private final Runnable attach;
    private final Runnable detach;
    private boolean attached;

    Attachment(Runnable attach, Runnable detach) {
        this.attach = attach;
        this.detach = detach;
    }

    @Override
    public synchronized void start() {
        if (!attached) {
            attach.run();
            attached = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (attached) {
            detach.run();
            attached = false;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return attached;
    }
}
