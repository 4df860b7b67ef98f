package com.mathematricks.engine;

import org.springframework.context.SmartLifecycle;

/// Stops the engine between those who bring it signals and those whom it tells its events: after
/// the web server has answered its last request, before the connections are closed.
final class EngineLife implements SmartLifecycle {

    private final EngineService engine;
    private volatile boolean running;

    EngineLife(EngineService engine) {
        this.engine = engine;
    }

    /// Called once the whole service is up, which is later than `start`.
    void begin() {
        running = true;
        engine.start();
    }

    @Override
    public void start() {
        // See begin.
    }

    @Override
    public void stop() {
        running = false;
        engine.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Web servers stop in higher phases, bindings and connections in far lower ones.
    @Override
    public int getPhase() {
        return 0;
    }
}
