package com.mathematricks.engine.decision;

import com.mathematricks.model.order.OrderRole;
import java.util.List;
import java.util.Optional;

/// Says where a decision leaves what is held without its stop, for a moment or for good.
final class StopNotes {

    private StopNotes() {}

    static List<String> of(List<PlannedLeg> legs) {
        return legs.stream().map(StopNotes::of).flatMap(Optional::stream).distinct().toList();
    }

    private static Optional<String> of(PlannedLeg leg) {
        boolean called =
                leg.plan().cancels().stream()
                        .filter(order -> order.terms().role() == OrderRole.STOP)
                        .anyMatch(order -> !order.progress().cancelRequested());
        if (!called || leg.position().quantity().isFlat()) {
            return Optional.empty();
        }
        boolean another =
                leg.plan().protecting().stream()
                        .anyMatch(wish -> wish.terms().role() == OrderRole.STOP);
        String held =
                "What is held of %s, %s, is without a stop"
                        .formatted(leg.instrument().id(), leg.position().quantity());
        return Optional.of(
                held
                        + (another
                                ? " from the end of the one before until the next one is placed"
                                : " from now on"));
    }
}
