package com.mathematricks.notifier.outbox;

import com.mathematricks.notifier.message.Loudness;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The collection `chats`: how loud each kind of message is in each chat, and whether the chat can
/// be written to.
public final class Chats {

    private final MongoCollection<Document> chats;
    private final TelegramSettings settings;

    public Chats(MongoDatabase store, TelegramSettings settings) {
        this.chats = store.getCollection(Collections.CHATS);
        this.settings = settings;
    }

    /// Of every kind, in the order in which they are declared.
    public Map<MessageKind, Loudness> loudness(long chat) {
        Document known = chats.find(Filters.eq("_id", Long.toString(chat))).first();
        Document stated = known == null ? null : known.get("kinds", Document.class);
        Map<MessageKind, Loudness> all = new EnumMap<>(MessageKind.class);
        for (MessageKind kind : MessageKind.values()) {
            String word = stated == null ? null : stated.getString(kind.name());
            all.put(kind, word == null ? settings.loudness(kind) : Loudness.valueOf(word));
        }
        return all;
    }

    public void set(long chat, MessageKind kind, Loudness loudness) {
        put(chat, Updates.set("kinds." + kind.name(), loudness.name()));
    }

    /// Nothing can be sent there until a person does something.
    public void closed(long chat, String reason, Instant at) {
        put(
                chat,
                Updates.combine(
                        Updates.set("closed", reason), Updates.set("closedAt", Date.from(at))));
    }

    public void open(long chat) {
        put(chat, Updates.combine(Updates.unset("closed"), Updates.unset("closedAt")));
    }

    /// Why nothing can be sent there; null where something can.
    public @Nullable String closed(long chat) {
        Document known = chats.find(Filters.eq("_id", Long.toString(chat))).first();
        return known == null ? null : known.getString("closed");
    }

    private void put(long chat, Bson update) {
        chats.updateOne(
                Filters.eq("_id", Long.toString(chat)), update, new UpdateOptions().upsert(true));
    }
}
