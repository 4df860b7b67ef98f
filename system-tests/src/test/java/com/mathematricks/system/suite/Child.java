package com.mathematricks.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A service as a process of its own, which can be killed and started again.
final class Child {

    private static final int STOP_SECONDS = 40;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-Xmx192m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar");

    private final String module;
    private final List<String> words;
    private final Map<String, String> environment;
    private final List<URI> readiness;
    private final Path log;
    private @Nullable Process process;

    /// @param environment secrets go here, not into `words`, which every user of the machine can
    ///   see
    /// @param readiness addresses that answer 200 once it is ready
    Child(
            String module,
            List<String> words,
            Map<String, String> environment,
            List<URI> readiness,
            Path log) {
        this.module = module;
        this.words = List.copyOf(words);
        this.environment = Map.copyOf(environment);
        this.readiness = List.copyOf(readiness);
        this.log = log;
        // The suite must not outlive the tests.
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    synchronized void start(String... more) {
        var command = new ArrayList<>(List.of(ServiceJar.java()));
        command.addAll(FLAGS);
        command.add(ServiceJar.of(module).toString());
        command.addAll(words);
        command.addAll(List.of(more));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Await.until(
                module + " is ready",
                Await.START_BOUND,
                () -> {
                    if (!isRunning()) {
                        throw new AssertionError(module + " ended instead:\n" + endOfLog());
                    }
                    return readiness.stream().allMatch(address -> status(address) == 200);
                },
                this::endOfLog);
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    private static int status(URI address) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// With SIGKILL: it gets no chance to tidy up.
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            end(STOP_SECONDS);
        }
    }

    /// With SIGTERM, as a person or a container engine stops it.
    synchronized void stop() {
        if (process != null) {
            process.destroy();
            boolean ended = end(STOP_SECONDS);
            kill();
            if (!ended) {
                throw new AssertionError(
                        "%s did not stop within %d s".formatted(module, STOP_SECONDS));
            }
        }
    }

    private boolean end(int seconds) {
        try {
            return process == null || process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> log() {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "--- end of %s:%n%s"
                    .formatted(
                            log,
                            String.join(
                                    "\n",
                                    lines.subList(Math.max(0, lines.size() - 60), lines.size())));
        } catch (IOException e) {
            return "--- " + log + " cannot be read: " + e.getMessage();
        }
    }
}
