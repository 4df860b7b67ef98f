package com.mathematricks.standalone.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds in Linux' `/proc` the process that listens on a port. On other systems, and for processes
/// of other users, nothing is found.
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int SHOWN_CHARACTERS = 100;

    private final Path proc;

    PortOwner(Path proc) {
        this.proc = proc;
    }

    /// As `process 4711 (python3 -m http.server 8501)`.
    Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        collectSockets("net/tcp", port, sockets);
        collectSockets("net/tcp6", port, sockets);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsOneOf(process, sockets)) {
                    return Optional.of(
                            "process %s (%s)".formatted(process.getFileName(), command(process)));
                }
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private void collectSockets(String table, int port, Set<String> sockets) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE
                        && fields[LOCAL_ADDRESS].endsWith(ending)
                        && fields[STATE].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[INODE] + "]");
                }
            }
        } catch (IOException _) {
            // No such table: another system, or no IPv6.
        }
    }

    private static boolean holdsOneOf(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException _) {
            // Another user's process, or one that has just ended.
        }
        return false;
    }

    private static String command(Path process) {
        try {
            String words =
                    Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                            .replace('\0', ' ')
                            .strip();
            return words.length() <= SHOWN_CHARACTERS
                    ? words
                    : words.substring(0, SHOWN_CHARACTERS) + "…";
        } catch (IOException _) {
            return "unknown command";
        }
    }
}
