package com.mathematricks.dashboard.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.bson.Document;

/// A long history as ranges along one field, the newest first. Each begins where the one before
/// ended and is wider, so that few queries reach back to the first document, and none of them reads
/// many more than are wanted, even where a store sorts all that a query selects before it answers.
final class Stretches implements Iterator<Document> {

    private static final int GROWTH = 8;

    private final String field;
    private final LongFunction<Object> value;
    private long top;
    private long width;
    private boolean open;

    /// @param value what the store has in the field for a number, of which the lowest is 0
    /// @param top the newest that is wanted lies below
    /// @param open `top` is a guess, whatever lies above is wanted too
    Stretches(String field, LongFunction<Object> value, long top, boolean open, long width) {
        this.field = field;
        this.value = value;
        this.top = Math.max(top, 1);
        this.open = open;
        this.width = width;
    }

    @Override
    public boolean hasNext() {
        return top > 0;
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long bottom = Math.max(0, top - width);
        var range = new Document("$gte", value.apply(bottom));
        if (!open) {
            range.append("$lt", value.apply(top));
        }
        top = bottom;
        width *= GROWTH;
        open = false;
        return new Document(field, range);
    }
}
