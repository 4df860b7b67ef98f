package com.mathematricks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether there is room left where the store keeps its files.
final class FreeDisk {

    /// In bytes: 1 GiB.
    static final long LEAST = 1L << 30;

    private final @Nullable Path folder;
    private volatile Optional<String> problem = Optional.empty();

    /// @param folder null where the store is on another machine
    FreeDisk(@Nullable Path folder) {
        this.folder = folder;
        look();
    }

    void look() {
        if (folder != null) {
            problem = problem(folder);
        }
    }

    private static Optional<String> problem(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free < LEAST
                    ? Optional.of(
                            "Only %d MiB of disk are free, at least %d are needed: make room where the data are"
                                    .formatted(free >> 20, LEAST >> 20))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("The free disk space cannot be told: " + e.getMessage());
        }
    }

    /// Empty: there is room.
    Optional<String> problem() {
        return problem;
    }
}
