package com.mathematricks.standalone.folder;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A data folder while this process has it. The lock is the operating system's, so it ends with the
/// process, however that ends.
public final class DataFolder implements AutoCloseable {

    /// The owner's settings of Telegram, where there are some.
    public static final String TELEGRAM = "telegram.yml";

    /// Enough for the store to open and write; below 1 GiB the engine takes no new positions.
    private static final long LEAST_FREE_MIB = 64;

    private static final String DEMO_MARK = "demo";
    private static final Pattern DEMO = Pattern.compile("^[^#]*\\bname:\\s*[\"']?demo\\b");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            create(folder);
            DataFolder opened = lock(folder);
            try {
                requireSpace(folder, Files.getFileStore(folder).getUsableSpace() >> 20);
                return opened;
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (IOException e) {
            throw CommandFailedException.because(unusable(folder, e));
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static DataFolder lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw CommandFailedException.because(
                    "the data folder %s is in use by %s: stop that run first, or choose another folder with --data"
                            .formatted(folder, holder(Files.readString(file))));
        }
        channel.truncate(0);
        write(channel, Long.toString(ProcessHandle.current().pid()));
        return new DataFolder(folder, channel);
    }

    /// @param pid as its holder wrote it, unless it is just about to
    private static String holder(String pid) {
        return pid.isBlank() ? "another process" : "process " + pid.strip();
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    static void requireSpace(Path folder, long freeMib) {
        if (freeMib < LEAST_FREE_MIB) {
            throw CommandFailedException.because(
                    "the disk of %s is full: %d MiB are free, %d are needed; free some space or choose another folder with --data"
                            .formatted(folder, freeMib, LEAST_FREE_MIB));
        }
    }

    private static String unusable(Path folder, IOException cause) {
        String stated =
                cause instanceof FileSystemException failure
                        ? failure.getReason()
                        : cause.getMessage();
        String why =
                stated == null ? cause.getClass().getSimpleName().replace("Exception", "") : stated;
        if (why.contains("No space left")) {
            return "the disk of %s is full: free some space or choose another folder with --data"
                    .formatted(folder);
        }
        return "cannot write to the data folder %s (%s): make it writable for this user, or choose another with --data"
                .formatted(folder, why);
    }

    /// What to do about a file of this folder that cannot be read or written.
    public CommandFailedException unusable(IOException cause) {
        return CommandFailedException.because(unusable(path, cause));
    }

    public Path path() {
        return path;
    }

    public Path credentials() {
        return path.resolve("credentials");
    }

    public Path store() {
        return path.resolve("store");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /// The owner's accounts and strategies; where there are none yet, the strategy `demo`.
    public Path strategies() {
        Path file = path.resolve("strategies.yml");
        if (!Files.exists(file)) {
            try (InputStream demo = resource("/demo-strategies.yml")) {
                Files.copy(demo, file);
            } catch (IOException e) {
                throw unusable(e);
            }
        }
        return file;
    }

    /// Whether the strategy `demo` is among those of the file.
    public boolean hasDemo() {
        try {
            return Files.readString(strategies())
                    .lines()
                    .anyMatch(line -> DEMO.matcher(line).find());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Makes it the folder of a demo, with nothing in it but the demo's strategies. Refused where
    /// the folder holds anything else.
    public void beginDemo() {
        if (!isDemo() && (hasStore() || Files.exists(path.resolve("strategies.yml")))) {
            throw CommandFailedException.because(
                    "the data folder %s holds data that are no demo's: choose another for the demo with --data"
                            .formatted(path));
        }
        removeStore();
        try (InputStream strategies = resource("/demo/strategies.yml")) {
            Files.writeString(path.resolve(DEMO_MARK), "A demo's data; each demo begins anew.\n");
            Files.deleteIfExists(credentials());
            Files.copy(
                    strategies,
                    path.resolve("strategies.yml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// The real clock must not go on in a demo's data.
    public void requireNoDemo() {
        if (isDemo()) {
            throw CommandFailedException.because(
                    "the data folder %s is a demo's: run it with --demo, or choose another with --data"
                            .formatted(path));
        }
    }

    private boolean isDemo() {
        return Files.exists(path.resolve(DEMO_MARK));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DataFolder.class.getResourceAsStream(name));
    }

    public boolean hasStore() {
        return Files.exists(store());
    }

    /// One of the owner's own files, where it is there.
    public Optional<Path> file(String name) {
        return Optional.of(path.resolve(name)).filter(Files::isRegularFile);
    }

    /// Removes all that was received and traded. Settings and credentials stay.
    public void removeStore() {
        if (!hasStore()) {
            return;
        }
        try (var files = Files.walk(store())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        }
    }
}
