package com.mathematricks.notifier.command;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Which updates were taken, in the store: an update that is delivered again, also to a new
/// process, is not executed again. The last ids are kept rather than the highest one, because
/// Telegram begins anew at any number after a quiet week.
final class UpdateLog {

    private static final int REMEMBERED = 200;

    private final MongoCollection<Document> positions;
    private final String key;
    private @Nullable Deque<Long> taken;

    /// @param bot whose updates they are
    UpdateLog(MongoDatabase store, long bot) {
        this.positions = store.getCollection(Collections.STREAM_POSITIONS);
        this.key = "telegram-updates " + bot;
    }

    /// True once for each id, and only after that is stored.
    boolean take(long id) {
        Deque<Long> ids = taken == null ? read() : taken;
        if (ids.contains(id)) {
            taken = ids;
            return false;
        }
        var more = new ArrayDeque<>(ids);
        more.addLast(id);
        while (more.size() > REMEMBERED) {
            more.removeFirst();
        }
        positions.replaceOne(
                Filters.eq("_id", key),
                new Document("_id", key).append("ids", List.copyOf(more)),
                new ReplaceOptions().upsert(true));
        taken = more;
        return true;
    }

    private Deque<Long> read() {
        Document known = positions.find(Filters.eq("_id", key)).first();
        return known == null
                ? new ArrayDeque<>()
                : new ArrayDeque<>(
                        new ArrayList<>(known.getList("ids", Number.class))
                                .stream().map(Number::longValue).toList());
    }
}
