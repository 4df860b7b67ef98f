package com.mathematricks.system.suite;

import com.mathematricks.system.containers.ContainerSuite;
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

        @Override
        String missing() {
            return "MONGODB_URI and RABBITMQ_HOST are not set";
        }
    },

    /// The standalone suite for tests that look at its pages; possible where there is a browser.
    BROWSER {
        @Override
        Optional<Suite> suite(Path folder) {
            return Chromium.installed().map(_ -> new StandaloneSuite(folder));
        }

        @Override
        String missing() {
            return "there is no Chromium; apt-get install chromium, or name it in CHROMIUM";
        }
    },

    /// Possible where the images are there and the environment tells which.
    CONTAINERS {
        @Override
        Optional<Suite> suite(Path folder) {
            return Optional.ofNullable(System.getenv("STAND_INS"))
                    .map(_ -> new ContainerSuite(folder));
        }

        @Override
        String missing() {
            return "STAND_INS is not set; .ci/containers/images prints it";
        }
    };

    abstract Optional<Suite> suite(Path folder);

    /// Why it is not possible here.
    String missing() {
        return "";
    }

    static List<SuiteKind> chosen() {
        String named = System.getProperty("suites", "");
        // What needs nothing but a JDK, unless another is asked for.
        String wanted = named.isEmpty() ? STANDALONE.name() : named.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.name().equals(wanted)).toList();
    }
}
