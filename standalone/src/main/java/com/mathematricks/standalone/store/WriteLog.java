package com.mathematricks.standalone.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// What was written since the store's file was last brought up to date: one record for each
/// command, synced before the command is answered. Appending here is much less work than writing
/// H2's pages for each command; after a crash the records are done again.
///
/// There are two files, `store.log.1` and `store.log.2`. While the store's file is brought up to
/// date with what one holds, the other takes what is written meanwhile. Doing a record again that
/// the store's file already has is harmless as long as all later ones follow, so both are always
/// done again, the older first.
final class WriteLog implements AutoCloseable {

    private static final int USUAL_BYTES = 64 << 10;

    private final List<Segment> segments;
    private ByteBuffer waiting = ByteBuffer.allocate(USUAL_BYTES);
    private ByteBuffer spare = ByteBuffer.allocate(USUAL_BYTES);
    private int current;
    private long round = 1;

    private WriteLog(List<Segment> segments) {
        this.segments = segments;
    }

    static WriteLog open(Path folder) throws IOException {
        return new WriteLog(List.of(Segment.open(file(folder, 1)), Segment.open(file(folder, 2))));
    }

    static Path file(Path folder, int number) {
        return folder.resolve("store.log." + number);
    }

    /// Before anything else: hands out the records, oldest first, and goes on in the file with the
    /// older ones.
    void replay(Consumer<ByteBuffer> redo) throws IOException {
        List<Segment.Round> rounds = new ArrayList<>();
        for (Segment segment : segments) {
            rounds.add(segment.read());
        }
        current = rounds.getFirst().number() <= rounds.getLast().number() ? 0 : 1;
        rounds.sort(Comparator.comparingLong(Segment.Round::number));
        rounds.forEach(each -> each.records().forEach(redo));
        round = rounds.getLast().number() + 1;
    }

    /// Adds a record, which is not in the file before [#write]; by the thread that may write.
    void append(byte[] record) {
        int needed = Segment.HEADER_BYTES + record.length;
        if (waiting.remaining() < needed) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (waiting.capacity() + needed));
            waiting = larger.put(waiting.flip());
        }
        Segment.frame(waiting, round, record);
    }

    /// Takes what was appended, for [#write], which must be over before the next call, as the
    /// buffer is used again; by the thread that may write.
    ByteBuffer take() {
        ByteBuffer taken = waiting.flip();
        waiting = spare.clear();
        spare = taken.capacity() == USUAL_BYTES ? taken : ByteBuffer.allocate(USUAL_BYTES);
        return taken;
    }

    /// Writes and syncs; by one thread at a time, in the order taken.
    void write(ByteBuffer taken) throws IOException {
        segments.get(current).write(taken);
    }

    /// Goes on in the other file, whose records must be in the store's file by now. Nothing may be
    /// waiting.
    void changeFile() {
        current = 1 - current;
        round++;
        segments.get(current).restart();
    }

    /// Bytes in the file that is written.
    long size() {
        return segments.get(current).size();
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
    }
}
