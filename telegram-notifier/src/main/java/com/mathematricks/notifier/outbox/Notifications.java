package com.mathematricks.notifier.outbox;

import com.mathematricks.service.store.Collections;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The collection `notifications`.
public final class Notifications {

    private static final int COUNT_LIMIT_SECONDS = 2;
    private static final List<String> OVER =
            List.of(
                    NotificationStatus.SENT.name(),
                    NotificationStatus.OFF.name(),
                    NotificationStatus.NOT_CONFIGURED.name());

    private final MongoCollection<Document> notifications;
    private final LongAdder failed = new LongAdder();
    private long lastNumber = -1;

    public Notifications(MongoDatabase store) {
        this.notifications = store.getCollection(Collections.NOTIFICATIONS);
    }

    /// The next number. Only one notifier runs on a store.
    synchronized long nextNumber() {
        if (lastNumber < 0) {
            notifications.createIndex(Indexes.ascending("status", "chat", "number"));
            notifications.createIndex(Indexes.ascending("number"));
            notifications.createIndex(Indexes.ascending("at"));
            Document last = notifications.find().sort(Sorts.descending("number")).first();
            lastNumber = last == null ? 0 : last.getLong("number");
        }
        return ++lastNumber;
    }

    /// False where it is there already.
    boolean add(Notification notification) {
        try {
            notifications.insertOne(notification.document());
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /// Of those of a chat that have a status the first ones, in order.
    public List<Notification> first(long chat, NotificationStatus status, int most) {
        return notifications
                .find(Filters.and(Filters.eq("status", status.name()), Filters.eq("chat", chat)))
                .sort(Sorts.ascending("number"))
                .limit(most)
                .map(Notification::of)
                .into(new ArrayList<>());
    }

    public void sending(List<Notification> some) {
        update(
                some,
                Updates.combine(status(NotificationStatus.SENDING), Updates.inc("attempts", 1)));
    }

    public void sent(List<Notification> some, Instant at) {
        update(
                some,
                Updates.combine(
                        status(NotificationStatus.SENT),
                        Updates.set("sentAt", Date.from(at)),
                        Updates.unset("error")));
    }

    /// They are tried again.
    public void waiting(List<Notification> some, String error) {
        update(
                some,
                Updates.combine(status(NotificationStatus.WAITING), Updates.set("error", error)));
    }

    public void failed(List<Notification> some, String error) {
        update(
                some,
                Updates.combine(status(NotificationStatus.FAILED), Updates.set("error", error)));
        failed.add(some.size());
    }

    /// How many were given up since the start.
    public long failed() {
        return failed.sum();
    }

    /// How many were not taken yet, up to the limit.
    public long waiting(int limit) {
        return notifications
                .withTimeout(COUNT_LIMIT_SECONDS, TimeUnit.SECONDS)
                .countDocuments(
                        Filters.in(
                                "status",
                                NotificationStatus.WAITING.name(),
                                NotificationStatus.SENDING.name()),
                        new CountOptions().limit(limit));
    }

    /// Deletes what was over before a time: sent, not wanted, or without a chat to go to.
    ///
    /// @return how many went, `most` at the most
    int forget(Instant before, int most) {
        List<Object> old =
                notifications
                        .find(
                                Filters.and(
                                        Filters.in("status", OVER),
                                        Filters.lt("at", Date.from(before))))
                        .projection(Projections.include("_id"))
                        .limit(most)
                        .map(document -> document.get("_id"))
                        .into(new ArrayList<>());
        if (!old.isEmpty()) {
            notifications.deleteMany(Filters.in("_id", old));
        }
        return old.size();
    }

    private static Bson status(NotificationStatus status) {
        return Updates.set("status", status.name());
    }

    private void update(List<Notification> some, Bson update) {
        List<WriteModel<Document>> models = new ArrayList<>();
        for (Notification one : some) {
            models.add(new UpdateOneModel<>(Filters.eq("_id", one.id()), update));
        }
        notifications.bulkWrite(models);
    }
}
