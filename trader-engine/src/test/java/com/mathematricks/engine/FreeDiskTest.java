package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeDiskTest {

    @Test
    void asksNothingWhereTheStoreIsOnAnotherMachine() {
        assertThat(new FreeDisk(null).problem()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWhereTheFolderCannotBeAsked(@TempDir Path folder) {
        assertThat(new FreeDisk(folder.resolve("gone")).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("gone"));
    }
}
