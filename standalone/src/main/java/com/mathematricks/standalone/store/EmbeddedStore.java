package com.mathematricks.standalone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store of the standalone suite, open on a data folder and reachable at [#uri()] until it is
/// closed. A write is on disk before it is answered. One process at a time may have a folder open.
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final String DATABASE = "mathematricks_trader";

    private final MVStore store;
    private final GroupCommit commits;
    private final ChangeLog changeLog;
    private final WriteLog writeLog;
    private final WireServer server;
    private final Upkeep upkeep;

    private EmbeddedStore(Path folder, int port, LongSupplier freeBytes) {
        store = StoreFile.open(folder);
        Clock clock = Clock.systemUTC();
        changeLog = new ChangeLog(clock);
        try {
            writeLog = WriteLog.open(folder);
            writeLog.replay(record -> Changes.redo(store, record));
            store.commit();
            store.sync();
            commits = new GroupCommit(writeLog, changeLog::show);
            upkeep = new Upkeep(store, commits);
            StoreWrites writes =
                    new StoreWrites(new Changes(store), commits, upkeep, changeLog, freeBytes);
            StoreBackend backend = new StoreBackend(store, commits, writes, changeLog, clock);
            server = new WireServer(backend, changeLog, port);
            upkeep.start();
        } catch (IOException | RuntimeException e) {
            store.closeImmediately();
            throw new EmbeddedStoreException(
                    "the store in " + folder + " did not start: " + e.getMessage(), e);
        }
    }

    /// Opens the store of a folder, which is made if it is not there, on a port of 127.0.0.1, or on
    /// any free one where that is 0.
    ///
    /// @throws EmbeddedStoreException if the folder is in use by another run, the file is damaged,
    ///   the disk is full or the port is taken; the message says which and what to do
    public static EmbeddedStore open(Path folder, int port) {
        return open(folder, port, () -> freeBytes(folder));
    }

    static EmbeddedStore open(Path folder, int port, LongSupplier freeBytes) {
        return new EmbeddedStore(folder, port, freeBytes);
    }

    private static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("the free space of {} is unknown: {}", folder, e.getMessage());
            return Long.MAX_VALUE;
        }
    }

    /// What a MongoDB driver needs to connect, with the database.
    public String uri() {
        return "mongodb://127.0.0.1:" + server.port() + "/" + DATABASE + "?directConnection=true";
    }

    /// Ends all connections, lets the commands under way finish and closes the file.
    @Override
    public void close() {
        upkeep.close();
        changeLog.close();
        server.close();
        upkeep.updateFile();
        // Not with time for compacting: H2 2.4.240 then fails an assertion when it moves chunks.
        commits.alone(store::close);
        try {
            writeLog.close();
        } catch (IOException e) {
            LOG.warn("the log was not closed: {}", e.toString());
        }
    }
}
