package com.mathematricks.benchmark;

import com.mathematricks.engine.decision.Decider;
import com.mathematricks.engine.journal.Draft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a parsed signal to the entry that would be journalled: sizing, every check, the order's
/// steps; with 50 strategies that hold ten positions each.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecisionBenchmark {

    /// Signals that were decided and filled before.
    @Param({"0", "10000", "100000"})
    public int past;

    private Desk desk = new Desk();

    @Setup
    public void trade() {
        desk = new Desk();
        desk.openAll();
        desk.trade(past);
    }

    @Benchmark
    public Draft decides() {
        return Decider.decide(desk.nextSignal(), desk.situation());
    }
}
