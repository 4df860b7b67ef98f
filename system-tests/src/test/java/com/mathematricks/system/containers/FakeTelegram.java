package com.mathematricks.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Bot API's place on the host outside.
final class FakeTelegram implements AutoCloseable {

    /// Shaped like a real one; nobody has it.
    static final String TOKEN = "123456789:AAtheTokenThatNobodyMaySee_-x";

    static final String CHAT = "42";

    private final Path messages;
    private final Process process;

    FakeTelegram(OutsideHost host, Path folder) {
        messages = folder.resolve("telegram.txt").toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            Files.createDirectories(folder);
            process =
                    new ProcessBuilder(
                                    host.there(
                                            java,
                                            "-Xmx32m",
                                            "-XX:+UseSerialGC",
                                            "-cp",
                                            Path.of("target", "test-classes").toString(),
                                            BotServer.class.getName(),
                                            messages.toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("telegram.log").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url() {
        return "http://" + OutsideHost.ADDRESS + ":" + BotServer.PORT;
    }

    List<String> messages() {
        try {
            return Files.exists(messages) ? Files.readAllLines(messages) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
