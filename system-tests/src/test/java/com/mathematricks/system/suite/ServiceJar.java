package com.mathematricks.system.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// A module's executable jar, unpacked as `./trader run` and the images do it: it starts faster,
/// and a build meanwhile changes nothing that runs.
final class ServiceJar {

    private static final Path APPS = Path.of("target", "apps");
    private static final ConcurrentMap<String, Path> UNPACKED = new ConcurrentHashMap<>();

    private ServiceJar() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path of(String module) {
        return UNPACKED.computeIfAbsent(module, ServiceJar::unpack);
    }

    private static Path unpack(String module) {
        Path built = built(module);
        Path folder = APPS.resolve(module);
        try {
            delete(folder);
            Files.createDirectories(folder.getParent());
            // Under a name of its own: the unpacked jar is called as the packed one.
            Path copy = APPS.resolve(module + ".jar");
            Files.copy(built, copy, StandardCopyOption.REPLACE_EXISTING);
            Process tool =
                    new ProcessBuilder(
                                    java(),
                                    "-Djarmode=tools",
                                    "-jar",
                                    copy.toString(),
                                    "extract",
                                    "--destination",
                                    folder.toString())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("cannot unpack " + built + ": " + said);
            }
            Files.delete(copy);
            return folder.resolve(module + ".jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path built(String module) {
        Path target = Path.of("..", module, "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | java.util.NoSuchElementException e) {
            throw new IllegalStateException(
                    "no executable jar in %s: build it with ./mvnw package".formatted(target), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
