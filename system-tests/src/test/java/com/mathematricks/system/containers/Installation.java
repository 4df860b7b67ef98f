package com.mathematricks.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A folder with what a user has after cloning, as far as it is needed to run the containers.
final class Installation {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /// The one overlay of the tests: other images, where those of the suite cannot be pulled.
    private static final Path STAND_INS = REPOSITORY.resolve(".ci/containers/stand-ins.yml");

    private static final List<String> FILES =
            List.of(
                    "trader",
                    "docker",
                    "docker-compose.yml",
                    "docker-compose.prod.yml",
                    ".env.example",
                    "pom.xml");

    private final Path folder;
    private final Command command;

    Installation(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.command = new Command(this.folder, Duration.ofMinutes(5));
    }

    Path folder() {
        return folder;
    }

    void create() {
        try {
            Files.createDirectories(folder);
            for (String name : FILES) {
                copy(REPOSITORY.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.filter(file -> !file.toString().contains("/target/")).toList();
        }
        for (Path file : all) {
            Path to = folder.resolve(REPOSITORY.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    String trader(String... words) {
        return command.run(
                Stream.concat(Stream.of("./trader"), Stream.of(words)).toArray(String[]::new));
    }

    Command.Result tryTrader(String... words) {
        return command.tryRun(
                Stream.concat(Stream.of("./trader"), Stream.of(words)).toArray(String[]::new));
    }

    String docker(String... words) {
        return command.run(
                Stream.concat(Stream.of("docker"), Stream.of(words)).toArray(String[]::new));
    }

    Command.Result tryDocker(String... words) {
        return command.tryRun(
                Stream.concat(Stream.of("docker"), Stream.of(words)).toArray(String[]::new));
    }

    String compose(String... words) {
        return docker(Stream.concat(Stream.of("compose"), Stream.of(words)).toArray(String[]::new));
    }

    /// Beside the files that `init` chose.
    void useStandIns() {
        if (standIns()) {
            set("COMPOSE_FILE", setting("COMPOSE_FILE") + ":" + STAND_INS);
            set("MONGO_IMAGE", "stand-in/mongo:8.0");
            set("RABBITMQ_IMAGE", "stand-in/rabbitmq:4");
            set("CADDY_IMAGE", "stand-in/caddy:2");
            // An engine inside of something smaller may give no more.
            set("RABBITMQ_OPEN_FILES", "4096");
        }
    }

    /// Whether the images that ours run beside are stand-ins, as `.ci/containers/images` said.
    static boolean standIns() {
        return !"never".equals(System.getenv("STAND_INS"));
    }

    String setting(String key) {
        return lines(".env").stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(".env lacks " + key));
    }

    void set(String key, String value) {
        Stream<String> others = lines(".env").stream().filter(line -> !line.startsWith(key + "="));
        write(
                ".env",
                String.join("\n", Stream.concat(others, Stream.of(key + "=" + value)).toList())
                        + "\n");
    }

    String secret(String name) {
        return read("secrets/" + name).strip();
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one file in the folder, as a path from here.
    String only(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            List<Path> found = files.toList();
            if (found.size() != 1) {
                throw new AssertionError("not one file in " + name + ": " + found);
            }
            return folder.relativize(found.getFirst()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String file) {
        return read(file).lines().toList();
    }

    void write(String file, String text) {
        try {
            Files.writeString(
                    folder.resolve(file),
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
