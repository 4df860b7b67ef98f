package com.mathematricks.dashboard.strategies;

import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The accounts' settings as their owner changes them; a change and its record are one write.
@Component
final class OwnedAccounts {

    private static final String BY = "owner";
    private static final int MOST = 500;

    private final MongoDatabase store;
    private final Clock clock;

    OwnedAccounts(MongoDatabase store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// First what holds over all.
    List<OwnedAccount> all() {
        List<OwnedAccount> all = new ArrayList<>();
        settings()
                .find()
                .sort(new Document("_id", 1))
                .limit(MOST)
                .map(OwnedAccount::of)
                .forEach(all::add);
        all.removeIf(account -> account.id().equals(OwnedAccount.OVERALL));
        find(OwnedAccount.OVERALL).ifPresent(all::addFirst);
        return all;
    }

    /// What holds over all is always there, though nothing may be set.
    Optional<OwnedAccount> find(String id) {
        Document found = settings().find(new Document("_id", id)).first();
        if (found == null && id.equals(OwnedAccount.OVERALL)) {
            found = new Document("_id", id);
        }
        return Optional.ofNullable(found).map(OwnedAccount::of);
    }

    /// False: somebody else made a version meanwhile.
    boolean change(OwnedAccount before, AccountRules rules) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SettingsVersion version = before.next(rules, now, BY);
        var set =
                before.fields(rules)
                        .append("version", version.version())
                        .append("changedAt", Date.from(now));
        // What the file seeded over all has no version.
        var selection =
                new Document("_id", before.id())
                        .append("version", before.version() == 0 ? null : before.version());
        try {
            var done =
                    settings()
                            .updateOne(
                                    selection,
                                    new Document("$set", set)
                                            .append(
                                                    "$push",
                                                    new Document("history", Documents.of(version))),
                                    new UpdateOptions().upsert(before.account() == null));
            return done.getMatchedCount() == 1 || done.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private MongoCollection<Document> settings() {
        return store.getCollection(Collections.ACCOUNT_SETTINGS);
    }
}
