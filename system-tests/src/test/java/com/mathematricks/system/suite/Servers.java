package com.mathematricks.system.suite;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The MongoDB server and the RabbitMQ broker that the environment names.
///
/// @param folder that `.ci/servers/start` was given; null: they cannot be crashed
record Servers(
        String mongodbUri,
        String rabbitmqHost,
        String rabbitmqPort,
        String rabbitmqUsername,
        String rabbitmqPassword,
        @Nullable Path folder) {

    private static final Path SCRIPTS = Path.of("..", ".ci", "servers").toAbsolutePath();

    static Optional<Servers> ofEnvironment() {
        String mongodb = System.getenv("MONGODB_URI");
        String rabbitmq = System.getenv("RABBITMQ_HOST");
        return mongodb == null || rabbitmq == null
                ? Optional.empty()
                : Optional.of(
                        new Servers(
                                mongodb,
                                rabbitmq,
                                variable("RABBITMQ_PORT", "5672"),
                                variable("RABBITMQ_USERNAME", "guest"),
                                variable("RABBITMQ_PASSWORD", "guest"),
                                Optional.ofNullable(System.getenv("SERVERS_DIR"))
                                        .map(Path::of)
                                        .orElse(null)));
    }

    private static String variable(String name, String usual) {
        return Optional.ofNullable(System.getenv(name)).orElse(usual);
    }

    /// The same, reached through gates, MongoDB as another user.
    Servers through(Gate mongodb, Gate rabbitmq) {
        var known = new ConnectionString(mongodbUri);
        return through(
                mongodb,
                rabbitmq,
                Objects.requireNonNull(known.getUsername()),
                new String(Objects.requireNonNull(known.getPassword())));
    }

    Servers through(Gate mongodb, Gate rabbitmq, String user, String password) {
        String database = new ConnectionString(mongodbUri).getDatabase();
        return new Servers(
                // Its own member list would lead around the gate.
                "mongodb://%s:%s@127.0.0.1:%d/%s?authSource=admin&directConnection=true&serverMonitoringMode=poll"
                        .formatted(user, password, mongodb.port(), database),
                "127.0.0.1",
                String.valueOf(rabbitmq.port()),
                rabbitmqUsername,
                rabbitmqPassword,
                null);
    }

    int mongodbPort() {
        String host = new ConnectionString(mongodbUri).getHosts().getFirst();
        return Integer.parseInt(host.substring(host.indexOf(':') + 1));
    }

    boolean canCrash() {
        return folder != null;
    }

    Fault crash(String server, Path log) {
        return new Fault(
                server, () -> run("crash", server, log), () -> run("restart", server, log));
    }

    private void run(String script, String server, Path log) {
        try {
            Files.createDirectories(log.getParent());
            int code =
                    new ProcessBuilder(
                                    SCRIPTS.resolve(script).toString(),
                                    String.valueOf(folder),
                                    server)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new AssertionError(
                        "%s of %s failed:%n%s".formatted(script, server, Files.readString(log)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Servers[…]";
    }
}
