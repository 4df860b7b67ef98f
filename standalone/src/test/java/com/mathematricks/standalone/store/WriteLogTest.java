package com.mathematricks.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLogTest {

    @TempDir Path folder;

    @Test
    void hasNothingToDoAgainWhenNew() throws IOException {
        assertThat(replayed()).isEmpty();
    }

    @Test
    void handsOutWhatWasWrittenInOrder() throws IOException {
        write("one", "two");

        assertThat(replayed()).containsExactly("one", "two");
    }

    @Test
    void endsAtARecordThatWasNotWrittenWholly() throws IOException {
        write("one", "two", "three");
        byte[] content = Files.readAllBytes(WriteLog.file(folder, 1));
        // Each record is 16 bytes of header and its text: the last byte of "two" is at 2 × 19 − 1.
        content[37] ^= 1;
        Files.write(WriteLog.file(folder, 1), content);

        assertThat(replayed()).containsExactly("one");
    }

    @Test
    void handsOutBothFilesOlderFirstAndNoRecordOfAnEarlierRound() throws IOException {
        try (WriteLog log = WriteLog.open(folder)) {
            append(log, "first", "first");
            log.changeFile();
            append(log, "second");
            log.changeFile();
            append(log, "third");
        }

        assertThat(replayed()).containsExactly("second", "third");
    }

    @Test
    void goesOnBehindWhatItHandedOut() throws IOException {
        write("one");
        write("two");
        write("three");

        assertThat(replayed()).containsExactly("two", "three");
    }

    @Test
    void growsBeyondItsUsualSize() throws IOException {
        String large = "x".repeat(9 << 20);
        write(large, large, "small");

        assertThat(replayed()).containsExactly(large, large, "small");
    }

    private void write(String... records) throws IOException {
        try (WriteLog log = WriteLog.open(folder)) {
            log.replay(_ -> {});
            append(log, records);
        }
    }

    private static void append(WriteLog log, String... records) throws IOException {
        for (String record : records) {
            log.append(record.getBytes(StandardCharsets.UTF_8));
        }
        log.write(log.take());
    }

    private List<String> replayed() throws IOException {
        List<String> records = new ArrayList<>();
        try (WriteLog log = WriteLog.open(folder)) {
            log.replay(record -> records.add(StandardCharsets.UTF_8.decode(record).toString()));
        }
        return records;
    }
}
