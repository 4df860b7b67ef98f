package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Hands out what a query or an aggregation finds, some at a time, never more than a message holds.
final class FindCursor extends AbstractCursor {

    private static final int MOST_AT_ONCE = 1000;
    private static final long MOST_BYTES_AT_ONCE = 8L << 20;

    private final Iterator<Document> documents;
    private final UnaryOperator<List<Document>> projection;

    FindCursor(long id, Iterator<Document> documents, UnaryOperator<List<Document>> projection) {
        super(id);
        this.documents = documents;
        this.projection = projection;
    }

    @Override
    public boolean isEmpty() {
        return !documents.hasNext();
    }

    @Override
    public List<Document> takeDocuments(int wanted) {
        int most = wanted > 0 ? Math.min(wanted, MOST_AT_ONCE) : MOST_AT_ONCE;
        List<Document> batch = new ArrayList<>();
        long before = bytes();
        while (batch.size() < most
                && bytes() - before < MOST_BYTES_AT_ONCE
                && documents.hasNext()) {
            batch.add(documents.next());
        }
        return projection.apply(batch);
    }

    /// Called between batches.
    void pause() {
        if (documents instanceof Find find) {
            find.pause();
        }
    }

    private long bytes() {
        return documents instanceof Find find ? find.bytesRead() : 0;
    }
}
