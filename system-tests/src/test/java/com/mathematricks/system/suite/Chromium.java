package com.mathematricks.system.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The browser of this machine: the one that the environment's `CHROMIUM` names, else Debian's.
public final class Chromium {

    private Chromium() {}

    public static Optional<Path> installed() {
        @Nullable String named = System.getenv("CHROMIUM");
        return Stream.of(named, "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> path != null)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
