package com.mathematricks.service.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/// Leaves the log's file away where it cannot be written, for example on a volume that root owns:
/// the console has it all, and trading is worth more than a second copy.
public final class LogFile implements EnvironmentPostProcessor {

    private static final String PROPERTY = "logging.file.name";
    private static final String TROUBLE = "trader.log-file.trouble";

    /// For a person; empty where the file is written, or none is wanted.
    public static Optional<String> trouble(Environment environment) {
        return Optional.ofNullable(environment.getProperty(TROUBLE));
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        @Nullable String named = environment.getProperty(PROPERTY);
        if (named == null || named.isBlank() || isWritable(Path.of(named).toAbsolutePath())) {
            return;
        }
        String trouble =
                "No log file: %s cannot be written by this user (make it writable for user 1000); the log is on the console alone"
                        .formatted(named);
        System.err.println(trouble);
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "no log file", Map.of(PROPERTY, "", TROUBLE, trouble)));
    }

    private static boolean isWritable(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.exists(file) ? Files.isWritable(file) : Files.isWritable(file.getParent());
        } catch (IOException e) {
            return false;
        }
    }
}
