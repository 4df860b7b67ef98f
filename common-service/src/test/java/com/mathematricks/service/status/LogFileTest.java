package com.mathematricks.service.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LogFileTest {

    @TempDir Path folder;

    @Test
    void staysWhereItCanBeWritten() {
        Path file = folder.resolve("logs/engine.log");

        assertThat(used(file)).isEqualTo(file.toString());
    }

    @Test
    void isLeftAwayWhereItCannot() throws IOException {
        // A file in the place of the folder stops root too, whom these tests may run as.
        Path notAFolder = Files.createFile(folder.resolve("logs"));

        assertThat(used(notAFolder.resolve("engine.log"))).isEmpty();
    }

    private static @Nullable String used(Path file) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "test", Map.of("logging.file.name", file.toString())));
        new LogFile().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("logging.file.name");
    }
}
