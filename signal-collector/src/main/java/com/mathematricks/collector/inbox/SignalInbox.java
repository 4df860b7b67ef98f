package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.ParsedSignal;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalStatus;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what the webhook received, before its sender is answered: a new signal once, a repeat as
/// a repeat, what can never be accepted as refused.
public final class SignalInbox {

    private static final Logger LOG = LoggerFactory.getLogger(SignalInbox.class);

    // With the two calls that a signal needs at most this stays under TradingView's 3 s.
    private static final Duration CALL_LIMIT = Duration.ofMillis(900);
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final SignalStore store;
    private final Claims claims;
    private final Order order;
    private final RepeatWindow repeats;
    private final Clock clock;
    private final Environment environment;
    private final Consumer<StrategyName> received;

    /// @param received told of each strategy that has a new open signal
    public SignalInbox(
            MongoDatabase database,
            Order order,
            RepeatWindow repeats,
            Clock clock,
            Environment environment,
            Consumer<StrategyName> received) {
        store = new SignalStore(database, CALL_LIMIT);
        claims = new Claims(store);
        this.order = order;
        this.repeats = repeats;
        this.clock = clock;
        this.environment = environment;
        this.received = received;
    }

    /// @param masked the body as received, without secrets
    public Receipt receive(StrategySettings strategy, String masked, ParsedSignal signal) {
        String id = signal.labels().id();
        Optional<FieldError> fault =
                id == null ? Optional.empty() : SignalIds.fault("signalID", id);
        if (fault.isPresent()) {
            return refuse(strategy, masked, fault.get(), null);
        }
        var post = new Post(strategy, masked, signal, now());
        try (var _ = order.acquire(strategy.name(), PATIENCE)) {
            return id == null ? withoutId(post) : withId(post, id);
        }
    }

    /// Keeps a malformed body of an authenticated sender.
    public Receipt refuse(
            StrategySettings strategy, String masked, FieldError error, @Nullable String id) {
        Instant now = now();
        try (var _ = order.acquire(strategy.name(), PATIENCE)) {
            Document intake =
                    begin(strategy, now)
                            .signalId(id == null ? null : SignalIds.storable(id))
                            .error(error)
                            .with(SignalStatus.REFUSED);
            insertUnder("refused:" + SignalIds.given(), masked, intake);
        }
        return new Receipt.Refused(error);
    }

    private record Post(StrategySettings strategy, String masked, ParsedSignal signal, Instant at) {

        SignalKey key(String id) {
            return SignalKey.of(strategy.name(), id);
        }
    }

    private Receipt withId(Post post, String id) {
        SignalKey key = post.key(id);
        return switch (claims.of(key, BodyHash.of(post.signal()))) {
            case Claims.Claim.Free() -> storeNew(post, id);
            case Claims.Claim.RepeatOf(var original) -> {
                count(original, post.at());
                yield new Receipt.Accepted(key, id, true);
            }
            case Claims.Claim.Reused(var original) -> {
                FieldError error = Claims.reused(id);
                Document intake =
                        begin(post.strategy(), post.at())
                                .repeatOf(original.key())
                                .error(error)
                                .notice(Claims.ID_REUSED)
                                .with(SignalStatus.REFUSED);
                insertUnder("refused:" + SignalIds.given(), post.masked(), intake);
                yield new Receipt.Refused(error);
            }
        };
    }

    private Receipt withoutId(Post post) {
        StrategyName strategy = post.strategy().name();
        var window = Duration.ofSeconds(post.strategy().repeatWindowSeconds());
        if (window.isZero()) {
            return storeNew(post, SignalIds.given());
        }
        String hash = BodyHash.of(post.signal());
        Optional<RepeatWindow.Recent> recent = repeats.find(strategy, hash, post.at(), window);
        Optional<SignalStore.Known> original =
                recent.flatMap(first ->
                        first.certain()
                                ? Optional.of(known(first, hash))
                                : store.byKey(first.key()));
        if (original.isPresent()) {
            return repeat(post, original.get());
        }
        // Written down first: should the insert's outcome stay unknown, the next post finds it.
        String id = recent.map(RepeatWindow.Recent::id).orElseGet(SignalIds::given);
        repeats.put(strategy, hash, new RepeatWindow.Recent(post.key(id), id, post.at(), false));
        Receipt receipt = storeNew(post, id);
        repeats.put(strategy, hash, new RepeatWindow.Recent(post.key(id), id, post.at(), true));
        return receipt;
    }

    private static SignalStore.Known known(RepeatWindow.Recent first, String hash) {
        return new SignalStore.Known(first.key().value(), first.key(), first.id(), hash);
    }

    private Receipt storeNew(Post post, String id) {
        SignalKey key = post.key(id);
        Instant sentAt = post.signal().sentAt();
        SignalStatus status = environment.statusOf(post.signal().labels());
        Document intake =
                begin(post.strategy(), post.at())
                        .signal(key, id, post.signal(), sentAt == null ? post.at() : sentAt)
                        .with(status);
        insertUnder(key.value(), post.masked(), intake);
        if (status.isOpen()) {
            received.accept(post.strategy().name());
        }
        return new Receipt.Accepted(key, id, false);
    }

    private Receipt repeat(Post post, SignalStore.Known original) {
        String id = SignalIds.given();
        Document intake =
                begin(post.strategy(), post.at())
                        .signalId(id)
                        .repeatOf(original.key())
                        .with(SignalStatus.REPEAT);
        insertUnder("repeat:" + id, post.masked(), intake);
        count(original, post.at());
        return new Receipt.Accepted(original.key(), original.signalId(), true);
    }

    /// The first is stored and answered for, so a count that fails is no reason to fail the repeat.
    private void count(SignalStore.Known original, Instant at) {
        try {
            store.countRepeat(original.documentId(), at);
        } catch (StoreUnavailableException e) {
            LOG.warn("a repeat of {} was not counted: {}", original.key(), e.getMessage());
        }
    }

    private void insertUnder(String documentId, String masked, Document intake) {
        var document = new Document("_id", documentId).append("raw", masked);
        if (!store.insert(document.append(Intake.FIELD, intake)) && !isOurs(documentId, intake)) {
            // An outside writer chose this `_id` for a document of its own.
            document.put("_id", documentId + "~" + SignalIds.given());
            store.insert(document);
        }
    }

    /// True where an insert of unknown outcome had arrived after all.
    private boolean isOurs(String documentId, Document intake) {
        String key = intake.getString("key");
        return key != null
                && store.byKey(new SignalKey(key))
                        .filter(known -> documentId.equals(known.documentId()))
                        .isPresent();
    }

    private Intake begin(StrategySettings strategy, Instant at) {
        return Intake.of(order.next(), Source.WEBHOOK, at).strategy(strategy.name());
    }

    /// In milliseconds, as the store keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
