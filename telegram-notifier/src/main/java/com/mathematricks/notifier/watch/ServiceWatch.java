package com.mathematricks.notifier.watch;

import com.mathematricks.notifier.message.Message;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Tells once of a service without a heartbeat, and once when it is back. Which ones were told of
/// is stored, so that a restart neither repeats nor forgets it.
public final class ServiceWatch {

    /// Those that write a heartbeat.
    public static final List<String> SERVICES =
            List.of("signal-collector", "trader-engine", "telegram-notifier", "dashboard");

    private static final String OURSELVES = "telegram-notifier";
    private static final String KEY = "telegram-services";
    private static final Duration SILENT = Duration.ofSeconds(30);

    /// Services that start together with this one, or wake from sleep with it, get this long.
    private static final Duration GRACE = Duration.ofSeconds(60);

    /// A longer time between two looks means that this process slept itself.
    private static final Duration SLEPT = Duration.ofSeconds(20);

    private final MongoCollection<Document> services;
    private final MongoCollection<Document> positions;
    private final Messenger messenger;
    private final Clock clock;
    private @Nullable Set<String> told;
    private final Map<String, Instant> beats = new ConcurrentHashMap<>();
    private volatile Instant lastSeen = Instant.MIN;
    private Instant awakeSince;
    private Instant lastLook;

    public ServiceWatch(MongoDatabase store, Messenger messenger, Clock clock) {
        this.services = store.getCollection(Collections.SERVICE_STATUS);
        this.positions = store.getCollection(Collections.STREAM_POSITIONS);
        this.messenger = messenger;
        this.clock = clock;
        this.awakeSince = clock.instant();
        this.lastLook = awakeSince;
    }

    /// Every few seconds.
    public void look() {
        Instant now = clock.instant();
        if (now.isAfter(lastLook.plus(SLEPT))) {
            awakeSince = now;
        }
        lastLook = now;
        Set<String> down = told == null ? read() : told;
        told = down;
        boolean mayAccuse = !now.isBefore(awakeSince.plus(GRACE));
        for (Document service : services.find().into(new ArrayList<>())) {
            String name = service.getString("_id");
            Instant beat = service.getDate("at").toInstant();
            beats.put(name, beat);
            boolean silent = beat.isBefore(now.minus(SILENT));
            if (silent && mayAccuse && !name.equals(OURSELVES) && !down.contains(name)) {
                messenger.send(
                        "service-down:%s:%d".formatted(name, beat.toEpochMilli()),
                        now,
                        new Message(
                                MessageKind.SERVICE,
                                "Service down",
                                "%s has given no sign of life for %d seconds; the last one said: %s."
                                        .formatted(
                                                name,
                                                Duration.between(beat, now).toSeconds(),
                                                service.getString("lastDid"))));
                down.add(name);
                store(down);
            } else if (!silent && down.contains(name)) {
                messenger.send(
                        "service-up:%s:%d".formatted(name, beat.toEpochMilli()),
                        now,
                        new Message(
                                MessageKind.SERVICE,
                                "Service back",
                                "%s is back: %s.".formatted(name, service.getString("health"))));
                down.remove(name);
                store(down);
            }
        }
        lastSeen = now;
    }

    /// Whether the service gave a sign of life lately; empty while the store, where it would be,
    /// does not answer, and for one that never gave any.
    public Optional<Boolean> lives(String service) {
        Instant oldest = clock.instant().minus(SILENT);
        return lastSeen.isBefore(oldest)
                ? Optional.empty()
                : Optional.ofNullable(beats.get(service)).map(beat -> !beat.isBefore(oldest));
    }

    private Set<String> read() {
        Document known = positions.find(Filters.eq("_id", KEY)).first();
        return known == null ? new TreeSet<>() : new TreeSet<>(known.getList("down", String.class));
    }

    private void store(Set<String> down) {
        positions.replaceOne(
                Filters.eq("_id", KEY),
                new Document("_id", KEY).append("down", new ArrayList<>(down)),
                new ReplaceOptions().upsert(true));
    }
}
