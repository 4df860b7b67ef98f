package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.store.StoreStep;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Inserts what the file states and the store does not have. What the store has stays as it is, and
/// the log says where the file differs.
final class Seeding implements StoreStep {

    /// The account settings under this id hold the limits over all accounts.
    static final String OVERALL = "overall";

    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);

    private final MongoDatabase store;
    private final StrategiesFile file;
    private final Credentials credentials;
    private final Supplier<Instant> now;

    Seeding(
            MongoDatabase store,
            StrategiesFile file,
            Credentials credentials,
            Supplier<Instant> now) {
        this.store = store;
        this.file = file;
        this.credentials = credentials;
        this.now = now;
    }

    @Override
    public void prepare() {
        file.accounts().forEach(this::seedAccount);
        file.limits().ifPresent(this::seedOverall);
        file.strategies().forEach(this::seedStrategy);
    }

    private void seedAccount(AccountSettings account) {
        String id = account.id().value();
        Document stored = stored(Collections.ACCOUNT_SETTINGS, id);
        if (stored == null) {
            insert(Collections.ACCOUNT_SETTINGS, id, Documents.of(account));
        } else {
            AccountSettings now = Documents.read(stored, AccountSettings.class);
            report(Collections.ACCOUNT_SETTINGS, id, now, over(account, now));
        }
    }

    private void seedOverall(Limits limits) {
        Document stored = stored(Collections.ACCOUNT_SETTINGS, OVERALL);
        if (stored == null) {
            var document = new Document("limits", Documents.of(limits));
            insert(Collections.ACCOUNT_SETTINGS, OVERALL, document);
        } else {
            var now = Documents.read(stored.get("limits", Document.class), Limits.class);
            report(Collections.ACCOUNT_SETTINGS, OVERALL, now, limits);
        }
    }

    private void seedStrategy(StrategyEntry strategy) {
        String id = strategy.name().value();
        Document stored = stored(Collections.STRATEGIES, id);
        if (stored != null) {
            StrategySettings now = Documents.read(stored, StrategySettings.class);
            report(Collections.STRATEGIES, id, now, strategy.over(now));
        } else if (sharesSecret(strategy)) {
            LOG.error(
                    "{}: strategies '{}' is not stored: its webhook_secret is that of another",
                    file.name(),
                    id);
        } else {
            insert(Collections.STRATEGIES, id, withCredentials(strategy));
        }
    }

    private @Nullable Document stored(String collection, String id) {
        return store.getCollection(collection).find(new Document("_id", id)).first();
    }

    private boolean sharesSecret(StrategyEntry strategy) {
        return strategy.secret()
                .map(secret ->
                        store.getCollection(Collections.STRATEGIES)
                                .find(new Document("secretHash", SecretHash.of(secret)))
                                .first())
                .isPresent();
    }

    private Document withCredentials(StrategyEntry strategy) {
        Credentials.Pair pair = credentials.of(strategy);
        return Documents.of(
                strategy.settings(
                        now.get(), SecretHash.of(pair.key()), SecretHash.of(pair.secret())));
    }

    private static AccountSettings over(AccountSettings stated, AccountSettings stored) {
        return new AccountSettings(
                stated.id(),
                stored.version(),
                stored.changedAt(),
                stated.broker(),
                stated.currency(),
                stated.cash(),
                stated.allowShort(),
                stated.marketHours(),
                stated.limits(),
                stated.paper());
    }

    private void insert(String collection, String id, Document fresh) {
        var document = new Document("_id", id);
        document.putAll(fresh);
        try {
            store.getCollection(collection).insertOne(document);
            LOG.info("{}: {} '{}' is new and stored", file.name(), collection, id);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            LOG.info("{}: {} '{}' was stored by another dashboard", file.name(), collection, id);
        }
    }

    private void report(String collection, String id, Object stored, Object stated) {
        Document before = Documents.of(stored);
        Document after = Documents.of(stated);
        Set<String> differing = new TreeSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        if (!differing.isEmpty()) {
            LOG.warn(
                    "{}: {} '{}' differs in {} from what is stored; the stored settings hold",
                    file.name(),
                    collection,
                    id,
                    differing);
        }
    }
}
