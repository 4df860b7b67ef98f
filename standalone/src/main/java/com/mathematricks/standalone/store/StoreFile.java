package com.mathematricks.standalone.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;

/// The file in the data folder: `store.mv`, an MVStore of maps from [Key].
final class StoreFile {

    static final String NAME = "store.mv";

    /// What the names of maps begin with: a collection's documents, an index's entries.
    static final String DOCUMENTS = "documents.";

    static final String INDEX = "index.";

    private static final int CACHE_MEBIBYTES = 16;

    /// Small pages: each write stores a path of them.
    private static final int PAGE_BYTES = 4096;

    /// How long space that was given up is kept. Each commit is synced, so this need not cover a
    /// lazy disk, only readers that are at it.
    private static final int RETENTION_MILLIS = 5_000;

    private StoreFile() {}

    static MVStore open(Path folder) {
        try {
            Files.createDirectories(folder);
            MVStore store =
                    new MVStore.Builder()
                            .fileName(folder.resolve(NAME).toString())
                            .cacheSize(CACHE_MEBIBYTES)
                            .pageSplitSize(PAGE_BYTES)
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .autoCompactFillRate(0)
                            .open();
            store.setRetentionTime(RETENTION_MILLIS);
            // Never by the clock; but only with a delay does H2 write on a thread of its own.
            store.setAutoCommitDelay(Integer.MAX_VALUE);
            return store;
        } catch (MVStoreException e) {
            throw new EmbeddedStoreException(reason(e, folder), e);
        } catch (IOException e) {
            throw new EmbeddedStoreException(
                    "the data folder " + folder + " can't be made: " + e.getMessage(), e);
        }
    }

    static MVMap<Key, byte[]> documents(MVStore store, String name) {
        return map(store, name, ByteArrayDataType.INSTANCE);
    }

    static MVMap<Key, Integer> entries(MVStore store, String name) {
        return map(store, name, IntType.INSTANCE);
    }

    static MVMap<Key, ?> any(MVStore store, String name) {
        return name.startsWith(INDEX) ? entries(store, name) : documents(store, name);
    }

    private static <V> MVMap<Key, V> map(MVStore store, String name, DataType<V> values) {
        return store.openMap(
                name, new MVMap.Builder<Key, V>().keyType(KeyType.INSTANCE).valueType(values));
    }

    private static String reason(MVStoreException e, Path folder) {
        if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
            return "the data folder "
                    + folder
                    + " is in use by another run; stop that one, or give this one a folder of its"
                    + " own";
        }
        if (e.getErrorCode() == DataUtils.ERROR_WRITING_FAILED) {
            return "the store in "
                    + folder
                    + " can't be written: is the disk full, or the folder another user's? ("
                    + e.getMessage()
                    + ")";
        }
        return "the store's file "
                + folder.resolve(NAME)
                + " is damaged or not ours; move it away and put a backup in its place ("
                + e.getMessage()
                + ")";
    }
}
