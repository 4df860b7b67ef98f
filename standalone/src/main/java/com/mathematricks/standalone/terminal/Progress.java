package com.mathematricks.standalone.terminal;

import java.io.PrintStream;
import java.time.Duration;

/// Tells the person at the terminal what is going on.
public final class Progress {

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /// With the time since the start.
    public void step(String line) {
        double seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        say("%6.1f s  %s".formatted(seconds, line));
    }
}
