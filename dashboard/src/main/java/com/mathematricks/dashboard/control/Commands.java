package com.mathematricks.dashboard.control;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The commands that were given.
@Component
final class Commands {

    private static final Listing<AskedCommand> LISTING =
            Listing.of(
                    Collections.CONTROL_COMMANDS,
                    "id",
                    PageOrder.newestByTime("at"),
                    AskedCommand.class);

    private final ListSource source;

    Commands(ListSource source) {
        this.source = source;
    }

    /// One id is one command: what comes again under it changes nothing.
    void give(ControlCommand command) {
        Document document = new Document("_id", command.id()).append("open", true);
        document.putAll(Documents.of(command));
        try {
            source.database().getCollection(Collections.CONTROL_COMMANDS).insertOne(document);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<AskedCommand> find(String id) {
        return LISTING.having(source, "_id", List.of(id)).stream().findFirst();
    }

    List<AskedCommand> latest(int count) {
        return LISTING.page(source, ListQuery.first(count)).items();
    }
}
