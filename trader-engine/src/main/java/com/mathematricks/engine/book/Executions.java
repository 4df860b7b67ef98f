package com.mathematricks.engine.book;

import com.mathematricks.engine.order.Order;
import com.mathematricks.model.settings.StrategyName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// When each strategy traded, for the limit of executions: the newest thousand of a day. What a
/// person's command trades counts for nothing, nor do protective orders.
final class Executions {

    static final int KEPT = 1_000;

    /// The longest window that a limit can have.
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<StrategyName, Deque<Execution>> known = new LinkedHashMap<>();

    void planned(Order order, Instant at) {
        if (order.origin().signal() != null && !order.terms().role().isProtective()) {
            add(new Execution(order.strategy(), order.origin().decision(), at));
        }
    }

    void add(Execution execution) {
        Deque<Execution> earlier =
                known.computeIfAbsent(execution.strategy(), _ -> new ArrayDeque<>());
        if (!earlier.isEmpty() && earlier.getLast().decision() == execution.decision()) {
            return;
        }
        earlier.addLast(execution);
        Instant oldest = execution.at().minus(DAY);
        while (earlier.size() > KEPT || earlier.getFirst().at().isBefore(oldest)) {
            earlier.removeFirst();
        }
    }

    Stream<Execution> of(StrategyName strategy) {
        Deque<Execution> all = known.get(strategy);
        return all == null ? Stream.of() : all.stream();
    }

    List<Execution> all() {
        return known.values().stream().flatMap(Deque::stream).toList();
    }
}
