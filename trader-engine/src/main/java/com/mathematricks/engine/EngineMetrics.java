package com.mathematricks.engine;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.model.signal.DecisionOutcome;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What can be measured of the engine. What comes from the book is about a second old, and not a
/// number while the engine does not decide.
final class EngineMetrics implements MeterBinder {

    private final EngineService engine;
    private volatile @Nullable BookFigures figures;

    EngineMetrics(EngineService engine) {
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "trader.engine.ready",
                        () -> engine.isReady() && engine.storeAnswers() ? 1 : 0)
                .description("1 while the engine takes signals")
                .register(registry);
        gauge("trader.orders.working", "orders without a final state", BookFigures::working)
                .register(registry);
        gauge(
                        "trader.orders.unknown",
                        "orders of which nobody knows whether the broker has them",
                        BookFigures::unknown)
                .register(registry);
        gauge("trader.journal.sequence", "number of the last entry", BookFigures::sequence)
                .register(registry);
        gauge(
                        "trader.events.backlog",
                        "journal entries of which RabbitMQ has not confirmed the events yet",
                        this::backlog)
                .register(registry);
        for (DecisionOutcome outcome : DecisionOutcome.values()) {
            FunctionCounter.builder(
                            "trader.decisions", engine, service -> service.decisions(outcome))
                    .description("decisions about signals since the start")
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        FunctionCounter.builder("trader.fills", engine, EngineService::fills)
                .description("fills since the start")
                .register(registry);
        var states =
                MultiGauge.builder("trader.trading.state")
                        .description("0 active, 1 paused, 2 only reducing, 3 halted")
                        .register(registry);
        engine.onFigures(counted -> {
            figures = counted;
            states.register(rows(counted.states()), true);
        });
    }

    private Gauge.Builder<?> gauge(
            String name, String description, ToLongFunction<BookFigures> figure) {
        return Gauge.builder(name, () -> figure(figure)).description(description);
    }

    private double figure(ToLongFunction<BookFigures> figure) {
        BookFigures known = figures;
        return known == null || !engine.isReady() ? Double.NaN : figure.applyAsLong(known);
    }

    private long backlog(BookFigures known) {
        return Math.max(0, known.sequence() - Math.max(0, engine.told()));
    }

    private static List<MultiGauge.Row<?>> rows(List<ScopeState> states) {
        return states.stream()
                .<MultiGauge.Row<?>>map(state ->
                        MultiGauge.Row.of(
                                Tags.of(
                                        "scope",
                                        state.scope().value(),
                                        "cause",
                                        state.isAsked() ? "command" : "engine"),
                                strictness(state.state())))
                .toList();
    }

    private static int strictness(TradingState state) {
        return switch (state) {
            case ACTIVE -> 0;
            case PAUSED -> 1;
            case REDUCING -> 2;
            case HALTED -> 3;
        };
    }
}
