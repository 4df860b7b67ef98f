package com.mathematricks.engine.store;

import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// The commands that dashboard and notifier wrote; `open` until they are answered.
public final class CommandStore {

    private static final String OPEN = "open";
    private static final String AT = "at";
    private static final int AT_ONCE = 200;

    private final MongoCollection<Document> commands;

    public CommandStore(MongoDatabase store) {
        this.commands = store.getCollection(Collections.CONTROL_COMMANDS);
    }

    public void createIndexes() {
        commands.createIndex(Indexes.ascending(OPEN));
        commands.createIndex(Indexes.ascending(AT));
    }

    /// As they were asked, the oldest first.
    public List<Document> open() {
        return commands.find(Filters.eq(OPEN, true))
                .sort(Sorts.ascending(AT))
                .limit(AT_ONCE)
                .into(new ArrayList<>());
    }

    public void answer(Object id, ControlOutcome outcome) {
        commands.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set("outcome", Documents.of(outcome)), Updates.unset(OPEN)));
    }

    /// Asks `question` whenever a command was written, and each second anyway.
    public CommandWatch watch(Runnable question) {
        return new CommandWatch(commands, question, Pause.BACK_OFF);
    }
}
