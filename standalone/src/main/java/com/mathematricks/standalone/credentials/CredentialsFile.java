package com.mathematricks.standalone.credentials;

import static com.mathematricks.standalone.credentials.Credentials.API_TOKEN;
import static com.mathematricks.standalone.credentials.Credentials.DASHBOARD_PASSWORD;
import static com.mathematricks.standalone.credentials.Credentials.DASHBOARD_URL;
import static com.mathematricks.standalone.credentials.Credentials.WEBHOOK_KEY;
import static com.mathematricks.standalone.credentials.Credentials.WEBHOOK_SECRET;
import static com.mathematricks.standalone.credentials.Credentials.WEBHOOK_URL;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The file `credentials` of a data folder: `key=value` lines that only its owner may read.
public final class CredentialsFile {

    /// 32 characters of 32 letters: 160 bits.
    private static final int SECRET_LENGTH = 32;

    /// Without the letters and digits that people confuse.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Path path;
    private final RandomGenerator random;

    public CredentialsFile(Path path) {
        this(path, new SecureRandom());
    }

    CredentialsFile(Path path, RandomGenerator random) {
        this.path = path;
        this.random = random;
    }

    /// Keeps the secrets that are there, makes those that are not, and states the given addresses.
    public Credentials prepare(String dashboardUrl, String webhookUrl) throws IOException {
        Map<String, String> kept = Files.exists(path) ? lines() : Map.of();
        var credentials =
                new Credentials(
                        dashboardUrl,
                        kept.getOrDefault(DASHBOARD_PASSWORD, secret()),
                        kept.getOrDefault(API_TOKEN, secret()),
                        webhookUrl,
                        kept.getOrDefault(WEBHOOK_KEY, secret()),
                        kept.getOrDefault(WEBHOOK_SECRET, secret()));
        Map<String, String> all = new LinkedHashMap<>(credentials.lines());
        kept.forEach(all::putIfAbsent);
        write(all);
        return credentials;
    }

    /// Of a suite that runs or ran.
    public Credentials read() {
        try {
            Map<String, String> lines = lines();
            return new Credentials(
                    line(lines, DASHBOARD_URL),
                    line(lines, DASHBOARD_PASSWORD),
                    line(lines, API_TOKEN),
                    line(lines, WEBHOOK_URL),
                    line(lines, WEBHOOK_KEY),
                    line(lines, WEBHOOK_SECRET));
        } catch (NoSuchFileException _) {
            throw CommandFailedException.because(
                    path
                            + " is not there: start the suite with ./trader run, or name its folder with --data");
        } catch (IOException e) {
            throw CommandFailedException.because(
                    "cannot read %s (%s): run this as the user who runs the suite"
                            .formatted(
                                    path, e.getClass().getSimpleName().replace("Exception", "")));
        }
    }

    /// A line that somebody else added, for example the key of another strategy.
    public Optional<String> read(String key) {
        try {
            return Optional.ofNullable(lines().get(key));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private String line(Map<String, String> lines, String key) {
        String value = lines.get(key);
        if (value == null) {
            throw CommandFailedException.because(
                    "%s has no line %s=…: start the suite anew, which adds it"
                            .formatted(path, key));
        }
        return value;
    }

    /// A line whose value is empty counts as none; of two with one key the later one holds.
    private Map<String, String> lines() throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(path)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.substring(equals + 1).isBlank()) {
                lines.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return lines;
    }

    private void write(Map<String, String> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining()));
        Files.move(
                fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Random letters and digits with 160 bits, also for secrets that no file keeps.
    public String secret() {
        return random.ints(SECRET_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
