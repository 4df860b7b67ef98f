package com.mathematricks.engine.loss;

import java.util.List;

/// The losses of all that stand around a strategy and have a limit.
///
/// @param unknown what could not be measured, for a person
public record Losses(List<Loss> known, List<String> unknown) {

    public static final Losses NONE = new Losses(List.of(), List.of());

    public Losses {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }
}
