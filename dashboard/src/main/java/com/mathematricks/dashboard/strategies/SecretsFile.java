package com.mathematricks.dashboard.strategies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Appends credentials as `name=value` lines to a file that only its owner can read. Of two lines
/// with one name the later one holds.
final class SecretsFile implements GeneratedSecrets {

    private static final String OWNER_ONLY = "rw-------";

    private final Path path;

    SecretsFile(Path path) {
        this.path = path;
    }

    @Override
    public void keep(Map<String, String> credentials) {
        String lines =
                credentials.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining());
        var permissions = PosixFilePermissions.fromString(OWNER_ONLY);
        try (FileChannel file =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        PosixFilePermissions.asFileAttribute(permissions))) {
            Files.setPosixFilePermissions(path, permissions);
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "trader.generated-secrets-file " + path + " cannot be written", e);
        }
    }
}
