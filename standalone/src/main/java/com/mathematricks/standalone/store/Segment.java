package com.mathematricks.standalone.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// One of the two files of the [WriteLog]. It keeps its size and is written from its beginning
/// again in each round; a record carries the round's number, so that older ones behind the end are
/// not taken for new.
final class Segment implements AutoCloseable {

    /// Length of what follows the header, checksum, round.
    static final int HEADER_BYTES = 4 + 4 + 8;

    private static final int ROUND_AT = 8;
    private static final int FILE_BYTES = 16 << 20;

    private final FileChannel file;
    private long position;

    private Segment(FileChannel file) {
        this.file = file;
    }

    static Segment open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        // Room is taken once: a write that does not lengthen the file is synced faster, and a disk
        // that fills up later does not stop it.
        if (file.size() < FILE_BYTES) {
            file.write(ByteBuffer.allocate((int) (FILE_BYTES - file.size())), file.size());
            file.force(true);
        }
        return new Segment(file);
    }

    record Round(long number, List<ByteBuffer> records) {}

    /// The records of its last round; one that was not written wholly ends it, as its command was
    /// never answered.
    Round read() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (content.hasRemaining() && file.read(content, content.position()) >= 0) {
            // Reads on.
        }
        content.flip();
        long number = content.getLong(ROUND_AT);
        List<ByteBuffer> records = new ArrayList<>();
        while (content.remaining() > HEADER_BYTES) {
            int length = content.getInt();
            int checksum = content.getInt();
            long round = content.getLong();
            if (round != number || length <= 0 || length > content.remaining()) {
                break;
            }
            ByteBuffer record = content.slice(content.position(), length);
            if (checksum(round, record.duplicate()) != checksum) {
                break;
            }
            content.position(content.position() + length);
            records.add(record);
        }
        return new Round(records.isEmpty() ? 0 : number, records);
    }

    static void frame(ByteBuffer target, long round, byte[] record) {
        target.putInt(record.length)
                .putInt(checksum(round, ByteBuffer.wrap(record)))
                .putLong(round)
                .put(record);
    }

    void write(ByteBuffer framed) throws IOException {
        while (framed.hasRemaining()) {
            position += file.write(framed, position);
        }
        file.force(false);
    }

    void restart() {
        position = 0;
    }

    long size() {
        return position;
    }

    private static int checksum(long round, ByteBuffer record) {
        CRC32 checksum = new CRC32();
        checksum.update(ByteBuffer.allocate(8).putLong(0, round));
        checksum.update(record);
        return (int) checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
