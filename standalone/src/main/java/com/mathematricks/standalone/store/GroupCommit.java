package com.mathematricks.standalone.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Puts writes on disk. Commands that write run one at a time and get a number each; whoever then
/// waits for a number syncs the log of all that was written by then, so that writers that come
/// together share one sync.
final class GroupCommit {

    private final WriteLog log;
    private final LongConsumer whenStored;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock syncing = new ReentrantLock();
    private volatile long written;
    private volatile long stored;
    private @Nullable IOException failure;

    GroupCommit(WriteLog log, LongConsumer whenStored) {
        this.log = log;
        this.whenStored = whenStored;
    }

    /// Starts a command that writes, and gives its number. It must end with [#end].
    long begin() {
        writing.lock();
        return written + 1;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only by the thread that may write
    void end(byte[] record) {
        try {
            if (record.length > 0) {
                log.append(record);
            }
        } finally {
            written++;
            writing.unlock();
        }
    }

    /// The number of the last command that ended.
    long written() {
        return written;
    }

    void await(long number) {
        if (stored >= number) {
            return;
        }
        syncing.lock();
        try {
            if (stored < number) {
                sync();
            }
        } finally {
            syncing.unlock();
        }
    }

    private void sync() {
        long number;
        ByteBuffer taken;
        writing.lock();
        try {
            number = written;
            taken = log.take();
        } finally {
            writing.unlock();
        }
        write(taken);
        stored = number;
        whenStored.accept(number);
    }

    private void write(ByteBuffer taken) {
        try {
            if (failure != null) {
                throw failure;
            }
            if (taken.hasRemaining()) {
                log.write(taken);
            }
        } catch (IOException e) {
            // What a failed sync left on disk is unknown: nothing is answered from now on.
            failure = e;
            throw new IllegalStateException(
                    "the log can't be written, restart once the disk is well: " + e.getMessage(),
                    e);
        }
    }

    /// Lets the log go on in its other file, and runs at this point, where no command is half done
    /// and all that was done is in the file left. Returns false, and runs nothing, if that is
    /// empty.
    boolean changeFile(Runnable there) {
        syncing.lock();
        writing.lock();
        try {
            sync();
            if (log.size() == 0) {
                return false;
            }
            log.changeFile();
            there.run();
            return true;
        } finally {
            writing.unlock();
            syncing.unlock();
        }
    }

    /// Runs once the commands under way are over, and none begins meanwhile.
    void alone(Runnable work) {
        syncing.lock();
        writing.lock();
        try {
            work.run();
        } finally {
            writing.unlock();
            syncing.unlock();
        }
    }
}
