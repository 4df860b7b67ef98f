package com.mathematricks.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that runs to its end.
///
/// @param folder where it runs
/// @param limit after which it is killed and the test fails
public record Command(Path folder, Duration limit) {

    /// @param said on both of its outputs
    public record Result(int code, String said) {}

    /// Fails where it ends with anything but 0.
    public String run(String... words) {
        Result result = tryRun(words);
        if (result.code() != 0) {
            throw new AssertionError(
                    "%s ended with %d:%n%s"
                            .formatted(String.join(" ", words), result.code(), result.said()));
        }
        return result.said();
    }

    public Result tryRun(String... words) {
        try {
            // A file, because a reader of a pipe would also wait for what the program left behind.
            Path said = Files.createTempFile("command", ".log");
            try {
                Process process =
                        new ProcessBuilder(List.of(words))
                                .directory(folder.toFile())
                                .redirectErrorStream(true)
                                .redirectInput(
                                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                                .redirectOutput(said.toFile())
                                .start();
                if (!ends(process)) {
                    throw new AssertionError(
                            "%s did not end within %d s:%n%s"
                                    .formatted(
                                            String.join(" ", words),
                                            limit.toSeconds(),
                                            Files.readString(said)));
                }
                return new Result(
                        process.exitValue(),
                        Files.readString(said, StandardCharsets.UTF_8).strip());
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Within the limit; otherwise it is killed, as where the test is given up meanwhile.
    private boolean ends(Process process) throws InterruptedException {
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
    }
}
