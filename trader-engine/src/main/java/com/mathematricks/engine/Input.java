package com.mathematricks.engine;

import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Something for the deciding thread: a pure step from the situation to what is to be journalled.
///
/// @param decide empty where nothing is to be journalled
/// @param done completed when the entry is stored, or at once where there is none
record Input(
        String name,
        Function<Situation, Optional<Draft>> decide,
        CompletableFuture<Optional<Entry>> done) {

    static Input of(String name, Function<Situation, Optional<Draft>> decide) {
        return new Input(name, decide, new CompletableFuture<>());
    }
}
