package com.mathematricks.dashboard.signals;

import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;

/// Finds one signal by whatever a person has of it: its key, the sender's id, or the document's id.
@Component
public final class SignalLookup {

    /// A signal that is delivered for ever must not fill the memory.
    private static final int MOST_DOCUMENTS = 500;

    private final MongoDatabase store;
    private final SignalStories stories;

    SignalLookup(MongoDatabase store, SignalStories stories) {
        this.store = store;
        this.stories = stories;
    }

    public sealed interface Found {

        record One(SignalStory story) implements Found {}

        /// Several strategies used the id; these are the keys.
        record Several(List<String> keys) implements Found {}

        record Nothing() implements Found {}
    }

    public Found find(String word) {
        List<ReceivedSignal> byKey = having("intake.key", word);
        if (!byKey.isEmpty()) {
            return one(original(byKey));
        }
        List<ReceivedSignal> byId = having("intake.signalId", word);
        List<String> keys =
                byId.stream()
                        .map(signal -> signal.intake().key())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (keys.size() > 1) {
            return new Found.Several(keys);
        }
        if (!byId.isEmpty()) {
            return one(original(byId));
        }
        return byDocument(word).map(this::one).orElseGet(Found.Nothing::new);
    }

    private Found one(ReceivedSignal signal) {
        return new Found.One(stories.stories(List.of(signal)).getFirst());
    }

    /// The oldest that is no repeat and has a key; where there is none, the oldest.
    private static ReceivedSignal original(List<ReceivedSignal> signals) {
        return signals.stream()
                .filter(signal -> signal.decidedKey() != null)
                .findFirst()
                .orElse(signals.getFirst());
    }

    private List<ReceivedSignal> having(String field, String value) {
        return store.getCollection(Collections.TRADING_SIGNALS)
                .find(new Document(field, value))
                .sort(new Document("intake.sequence", 1))
                .limit(MOST_DOCUMENTS)
                .map(ReceivedSignal::of)
                .into(new ArrayList<>());
    }

    private Optional<ReceivedSignal> byDocument(String word) {
        List<Object> ids = new ArrayList<>(List.of(word));
        if (ObjectId.isValid(word)) {
            ids.add(new ObjectId(word));
        }
        return store
                .getCollection(Collections.TRADING_SIGNALS)
                .find(new Document("_id", new Document("$in", ids)))
                .into(new ArrayList<>())
                .stream()
                .filter(document -> document.get("intake") instanceof Document)
                .map(ReceivedSignal::of)
                .findFirst();
    }
}
