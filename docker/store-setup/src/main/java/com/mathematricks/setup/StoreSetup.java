package com.mathematricks.setup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// `store-setup` prepares the database and ends. `store-setup restored TIME` tells the services
/// that it was restored from a backup of that time.
public final class StoreSetup {

    private static final int PAUSE_MILLIS = 1_000;
    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

    private final Server server;
    private final Settings settings;
    private final Consumer<String> say;

    StoreSetup(Server server, Settings settings, Consumer<String> say) {
        this.server = server;
        this.settings = settings;
        this.say = say;
    }

    public static void main(String[] args) {
        // What it has to say about a server that is away, is said here in a line.
        DRIVER.setLevel(Level.OFF);
        try {
            run(List.of(args));
        } catch (SetupFailedException e) {
            System.err.println("store-setup: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments) {
        Settings settings = Settings.of(System.getenv(), Path.of("/run/secrets"));
        Consumer<String> say = line -> System.out.println("store-setup: " + line);
        try (var server =
                new MongoServer(settings.host(), Settings.ADMIN, settings.adminPassword())) {
            var setup = new StoreSetup(server, settings, say);
            Runnable work = setup.work(arguments, Clock.systemUTC());
            new Patience(settings.host(), say, StoreSetup::pause).untilDone(work);
        }
    }

    /// @throws SetupFailedException where the arguments are none that it knows
    Runnable work(List<String> arguments, Clock clock) {
        if (arguments.isEmpty()) {
            return this::prepare;
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("restored")) {
            var mark =
                    new RestoreMark(
                            UUID.randomUUID().toString(), clock.instant(), time(arguments.get(1)));
            return () -> tell(mark);
        }
        throw new SetupFailedException("give no argument, or: restored TIME-OF-THE-BACKUP");
    }

    private static Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw new SetupFailedException(
                    "the backup's time is written like 2026-11-23T18:30:00Z, not " + word);
        }
    }

    private void prepare() {
        replicaSet().requirePrimary();
        new Users(server).prepare(settings);
        say.accept("the database is ready, with its roles and users");
    }

    private void tell(RestoreMark mark) {
        replicaSet().requirePrimary();
        mark.write(server);
        say.accept("the services are told of the backup of " + mark.backupTakenAt());
    }

    private ReplicaSet replicaSet() {
        return new ReplicaSet(server, settings.replicaSet(), settings.host(), say);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailedException("stopped before it was done");
        }
    }
}
