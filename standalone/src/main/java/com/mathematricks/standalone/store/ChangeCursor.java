package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// An open change stream on a collection, or on a whole database where no collection is named.
final class ChangeCursor extends AbstractCursor {

    private static final int MOST_AT_ONCE = 1000;

    private final ChangeLog log;
    private final String database;
    private final @Nullable String collection;
    private final boolean updatesWithDocument;
    private final Aggregation stages;
    private long position;
    private boolean finished;

    ChangeCursor(
            long id,
            ChangeLog log,
            String database,
            @Nullable String collection,
            Document options,
            Aggregation stages) {
        super(id);
        this.log = log;
        this.database = database;
        this.collection = collection;
        this.updatesWithDocument =
                options.get("fullDocument") instanceof String wish && !wish.equals("default");
        this.stages = stages;
        this.position = start(options);
    }

    private long start(Document options) {
        Object token = options.getOrDefault("resumeAfter", options.get("startAfter"));
        if (token instanceof Document resume) {
            return log.position(resume);
        }
        return log.now();
    }

    /// Events as far as there are any; where there are none, waits for them.
    List<Document> take(int wanted, long millis, BooleanSupplier stillWanted)
            throws InterruptedException {
        List<Document> events = takeDocuments(wanted);
        if (events.isEmpty() && millis > 0) {
            log.await(position, millis, stillWanted);
            events = takeDocuments(wanted);
        }
        return events;
    }

    Document resumeToken() {
        return log.token(position);
    }

    @Override
    public boolean isEmpty() {
        return finished;
    }

    @Override
    public List<Document> takeDocuments(int wanted) {
        int most = wanted > 0 ? Math.min(wanted, MOST_AT_ONCE) : MOST_AT_ONCE;
        List<Document> events = new ArrayList<>();
        List<Change> changes = log.behind(position, most);
        while (!changes.isEmpty() && events.isEmpty() && !finished) {
            for (Change change : changes) {
                position = change.position();
                if (change.isIn(database, collection)) {
                    events.add(change.event(log.token(position), updatesWithDocument));
                    if (change.kind() == Change.Kind.DROP && collection != null) {
                        events.add(invalidate());
                        finished = true;
                        break;
                    }
                }
            }
            events = new ArrayList<>(stages.runStages(events.stream()));
            changes = log.behind(position, most);
        }
        return events;
    }

    private Document invalidate() {
        return new Document("_id", log.token(position)).append("operationType", "invalidate");
    }
}
