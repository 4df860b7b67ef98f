package com.mathematricks.service.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Leaves the log's file away where it cannot be written, for example on a volume that root owns:
/// the console has it all, and trading is worth more than a second copy.
public final class LogFile implements EnvironmentPostProcessor {

    private static final String PROPERTY = "logging.file.name";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        @Nullable String named = environment.getProperty(PROPERTY);
        if (named == null || named.isBlank() || isWritable(Path.of(named).toAbsolutePath())) {
            return;
        }
        System.err.println(
                "No log file: %s cannot be written by this user (make it writable for user 1000); the log is here on the console alone"
                        .formatted(named));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("no log file", Map.of(PROPERTY, "")));
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
