package com.mathematricks.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path parent;

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("a/b"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void saysWhichProcessHasIt() {
        Path path = parent.resolve("data");
        try (DataFolder first = DataFolder.open(path)) {
            assertThatThrownBy(() -> DataFolder.open(path))
                    .hasMessage(
                            "the data folder %s is in use by process %d: stop that run first, or choose another folder with --data",
                            first.path(), ProcessHandle.current().pid());
        }
        DataFolder.open(path).close();
    }

    @Test
    void saysThatItsPlaceIsAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("data"), "");

        assertThatThrownBy(() -> DataFolder.open(file))
                .hasMessage(
                        "cannot write to the data folder %s (FileAlreadyExists): make it writable for this user, or choose another with --data",
                        file);
    }

    @Test
    void saysThatTheDiskIsFull() {
        DataFolder.requireSpace(parent, 64);
        assertThatThrownBy(() -> DataFolder.requireSpace(parent, 63))
                .hasMessage(
                        "the disk of %s is full: 63 MiB are free, 64 are needed; free some space or choose another folder with --data",
                        parent);
    }

    @Test
    void startsWithADemonstrationAndKeepsWhatTheOwnerWrote() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            assertThat(Files.readString(folder.strategies())).contains("name: demo");
            assertThat(folder.hasDemo()).isTrue();

            Files.writeString(folder.strategies(), "mine");
            assertThat(folder.hasDemo()).isFalse();
            assertThat(Files.readString(folder.strategies())).isEqualTo("mine");
        }
    }

    @Test
    void losesOnlyTheStoreByAReset() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            Files.createDirectories(folder.store().resolve("deep"));
            Files.writeString(folder.store().resolve("deep/file"), "x");
            Files.writeString(folder.credentials(), "x");
            Path strategies = folder.strategies();

            folder.removeStore();

            assertThat(folder.store()).doesNotExist();
            assertThat(folder.credentials()).exists();
            assertThat(strategies).exists();
        }
    }
}
