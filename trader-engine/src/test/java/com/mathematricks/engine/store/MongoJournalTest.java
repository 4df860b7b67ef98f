package com.mathematricks.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.journal.ReplacedException;
import com.mathematricks.engine.store.FaultyDatabase.Fault;
import com.mathematricks.service.store.Collections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoJournalTest {

    private final TestStore store = TestStore.open(Collections.JOURNAL);
    private final FaultyDatabase faulty = new FaultyDatabase(store.database());
    private final List<Integer> pauses = new ArrayList<>();
    private final MongoJournal journal =
            new MongoJournal(
                    faulty.database(),
                    attempt -> {
                        pauses.add(attempt);
                        faulty.end();
                    });

    @BeforeEach
    void createIndexes() {
        journal.createIndexes();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEntriesInOrderAndFindsThemByNumberAndKey() {
        Entry first = entry(1, "us", "seq:1");
        Entry second = entry(2, "us", "demo:a");
        journal.append(List.of(first, second));

        assertThat(journal.after(0, 10)).containsExactly(first, second);
        assertThat(journal.after(1, 10)).containsExactly(second);
        assertThat(journal.withKey("demo:a")).contains(second);
        assertThat(journal.withSequence(1)).contains(first);
        assertThat(journal.withKey("demo:b")).isEmpty();
    }

    @Test
    void knowsManyKeysAtOnce() {
        List<Entry> entries =
                IntStream.rangeClosed(1, 1200)
                        .mapToObj(number -> entry(number, "us", "demo:" + number))
                        .toList();
        journal.append(entries);

        Set<String> known =
                journal.known(
                        IntStream.rangeClosed(700, 1900)
                                .mapToObj(number -> "demo:" + number)
                                .toList());

        assertThat(known).hasSize(501).contains("demo:700", "demo:1200");
        assertThat(journal.known(List.of())).isEmpty();
    }

    @Test
    void repeatsAnAppendThatWasNeverStored() {
        faulty.begin(Fault.BEFORE_WRITE);

        journal.append(List.of(entry(1, "us", "seq:1"), entry(2, "us", "seq:2")));

        assertThat(sequences()).containsExactly(1L, 2L);
        assertThat(pauses).containsExactly(0);
    }

    @Test
    void findsItsOwnEntriesWhereOnlyTheAnswerWasLost() {
        faulty.begin(Fault.AFTER_WRITE);

        journal.append(
                List.of(entry(1, "us", "seq:1"), entry(2, "us", "seq:2"), entry(3, "us", "x")));

        assertThat(sequences()).containsExactly(1L, 2L, 3L);
        assertThat(pauses).containsExactly(0);
    }

    @Test
    void isReplacedWhereAnotherWriterTookTheNumber() {
        journal.append(List.of(entry(1, "us", "seq:1")));
        journal.append(List.of(entry(2, "them", "seq:2")));

        assertThatThrownBy(() -> journal.append(List.of(entry(2, "us", "demo:a"))))
                .isInstanceOf(ReplacedException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("them");
        assertThat(journal.withKey("demo:a")).isEmpty();
    }

    @Test
    void storesNothingAfterANumberThatAnotherWriterTook() {
        journal.append(List.of(entry(1, "them", "seq:1")));

        assertThatThrownBy(() -> journal.append(List.of(entry(1, "us", "a"), entry(2, "us", "b"))))
                .isInstanceOf(ReplacedException.class);
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void refusesAKeyThatTheJournalHoldsUnderAnotherNumber() {
        journal.append(List.of(entry(1, "us", "demo:a")));

        assertThatThrownBy(() -> journal.append(List.of(entry(2, "us", "demo:a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("demo:a");
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void namesAnEntryThatOnlyANewerVersionCanRead() {
        store.database()
                .getCollection(Collections.JOURNAL)
                .insertOne(
                        new Document("_id", 1L)
                                .append("kind", "TELEPORTED")
                                .append("key", "seq:1"));

        assertThatThrownBy(() -> journal.after(0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("journal entry 1")
                .hasMessageContaining("newer");
    }

    private List<Long> sequences() {
        return journal.after(0, 100).stream().map(Entry::sequence).toList();
    }

    private static Entry entry(long sequence, String writer, String key) {
        return new Entry(
                sequence,
                "EPOCH",
                Instant.parse("2026-11-23T15:00:00Z"),
                writer,
                EntryKind.NOTED,
                key,
                null,
                List.of(new Change.Noted("TEST", "entry " + sequence, null, null)));
    }
}
