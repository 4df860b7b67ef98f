package com.mathematricks.system.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ways in which the suite runs. The system property `suites` chooses one; without it a test
/// runs on all that are possible.
public enum SuiteKind {
    STANDALONE {
        @Override
        Optional<Suite> suite(Path folder) {
            return Optional.of(new StandaloneSuite(folder));
        }
    },

    /// Possible where the environment names a MongoDB server and a RabbitMQ broker.
    PROCESSES {
        @Override
        Optional<Suite> suite(Path folder) {
            return Servers.ofEnvironment().map(servers -> new ProcessSuite(servers, folder));
        }
    };

    abstract Optional<Suite> suite(Path folder);

    static List<SuiteKind> chosen() {
        String named = System.getProperty("suites", "");
        return Arrays.stream(values())
                .filter(kind ->
                        named.isEmpty() || named.equals(kind.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
