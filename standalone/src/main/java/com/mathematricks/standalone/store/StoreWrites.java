package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs the commands that write, one at a time and each wholly or not at all, and answers when what
/// they did is on disk.
final class StoreWrites {

    /// Less free space than this and nothing is written any more, so that the file stays whole.
    static final long RESERVE_BYTES = 64L << 20;

    private static final int OUT_OF_DISK_SPACE = 14031;

    private final GroupCommit commits;
    private final Upkeep upkeep;
    private final ChangeLog log;
    private final LongSupplier freeBytes;
    private final Changes changes;
    private long number;

    StoreWrites(
            Changes changes,
            GroupCommit commits,
            Upkeep upkeep,
            ChangeLog log,
            LongSupplier freeBytes) {
        this.changes = changes;
        this.commits = commits;
        this.upkeep = upkeep;
        this.log = log;
        this.freeBytes = freeBytes;
    }

    Document run(Supplier<Document> command) {
        refuseIfFull();
        try {
            return oneAtATime(command);
        } finally {
            // A refusal too may rest on what another command wrote just before.
            commits.await(commits.written());
            upkeep.consider();
        }
    }

    private Document oneAtATime(Supplier<Document> command) {
        number = commits.begin();
        changes.begin();
        boolean whole = false;
        try {
            Document answer = command.get();
            whole = true;
            return answer;
        } catch (MongoServerException e) {
            // Refused by rule: what was done before it in the same command stands, as in MongoDB.
            whole = true;
            throw e;
        } finally {
            end(whole);
        }
    }

    private void end(boolean whole) {
        try {
            if (whole) {
                log.keepNoted();
            } else {
                log.forgetNoted();
                changes.undoAll();
            }
        } finally {
            commits.end(changes.record());
        }
    }

    private void refuseIfFull() {
        long free = freeBytes.getAsLong();
        if (free < RESERVE_BYTES) {
            throw new MongoServerError(
                    OUT_OF_DISK_SPACE,
                    "OutOfDiskSpace",
                    "the disk is full: "
                            + (free >> 20)
                            + " MiB are left, the store writes only while "
                            + (RESERVE_BYTES >> 20)
                            + " MiB are; free some space, no restart is needed");
        }
    }

    Changes changes() {
        return changes;
    }

    long number() {
        return number;
    }

    void note(
            Change.Kind kind,
            String database,
            String collection,
            @Nullable Object id,
            byte @Nullable [] document) {
        log.note(number, kind, database, collection, id, document);
    }
}
