package com.mathematricks.standalone.store;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Reads along an [AccessPath], as the index was when each of its ranges was begun. Documents that
/// are gone by the time they are read are left out.
final class Scan {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(Key entry, byte[] document) {}

    private final MVMap<Key, byte[]> documents;
    private final AccessPath path;
    private final @Nullable Key behind;
    private int range = -1;
    private @Nullable Cursor<Key, ?> cursor;

    /// Starts behind the entry, or at the beginning.
    Scan(MVMap<Key, byte[]> documents, AccessPath path, @Nullable Key behind) {
        this.documents = documents;
        this.path = path;
        this.behind = behind;
    }

    @Nullable Row next() {
        while (true) {
            if (cursor == null && !startNextRange()) {
                return null;
            }
            Row row = nextInRange();
            if (row != null) {
                return row;
            }
            cursor = null;
        }
    }

    private boolean startNextRange() {
        range++;
        if (range >= path.ranges().size()) {
            return false;
        }
        Key start = path.reverse() ? current().to() : current().from();
        if (behind != null && current().contains(behind)) {
            start = behind;
        }
        MVMap<Key, ?> map = path.index() == null ? documents : path.index().entries();
        cursor = map.cursor(start, null, path.reverse());
        return true;
    }

    private Range current() {
        int place = path.reverse() ? path.ranges().size() - 1 - range : range;
        return path.ranges().get(place);
    }

    private @Nullable Row nextInRange() {
        Cursor<Key, ?> reading = cursor;
        while (reading != null && reading.hasNext()) {
            Key entry = reading.next();
            if (isPast(entry)) {
                return null;
            }
            if (!current().contains(entry) || isRead(entry)) {
                continue;
            }
            byte[] document = document(entry, reading.getValue());
            if (document != null) {
                return new Row(entry, document);
            }
        }
        return null;
    }

    private boolean isPast(Key entry) {
        return path.reverse()
                ? entry.compareTo(current().from()) < 0
                : entry.compareTo(current().to()) >= 0;
    }

    private boolean isRead(Key entry) {
        if (behind == null) {
            return false;
        }
        int order = entry.compareTo(behind);
        return path.reverse() ? order >= 0 : order <= 0;
    }

    private byte @Nullable [] document(Key entry, Object value) {
        if (value instanceof byte[] found) {
            return found;
        }
        return documents.get(entry.from((Integer) value));
    }
}
