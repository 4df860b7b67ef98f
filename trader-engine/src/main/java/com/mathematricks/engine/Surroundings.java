package com.mathematricks.engine;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the engine needs and does not run itself: each tells its trouble for a person, or nothing.
///
/// @param store without it nothing is decided
/// @param events without them nothing is told, and trading goes on
/// @param log without its file it goes to the console
record Surroundings(
        Supplier<Optional<String>> store,
        Supplier<Optional<String>> events,
        Supplier<Optional<String>> log) {

    boolean isTroubled() {
        return !trouble().isEmpty();
    }

    /// Empty while all is well.
    String trouble() {
        return Stream.of(store, events, log)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }
}
