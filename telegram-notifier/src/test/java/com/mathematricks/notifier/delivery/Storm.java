package com.mathematricks.notifier.delivery;

import com.mathematricks.notifier.TestClock;
import com.mathematricks.notifier.TestStore;
import com.mathematricks.notifier.message.Message;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.outbox.Notifications;
import com.mathematricks.notifier.outbox.Outbox;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.FakeBotApi;
import com.mathematricks.notifier.telegram.FakeBotApi.Fault;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.service.store.Collections;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;

/// An outbox, the sender of one chat, and the fake Bot API, on one clock that only tests move.
final class Storm implements AutoCloseable {

    static final long CHAT = 42;

    final TestClock clock = new TestClock();
    final TestStore store = TestStore.open();
    final FakeBotApi telegram;
    final TelegramSettings settings;
    private BotApi client;
    private Outbox outbox;
    private ChatSender sender;
    Chats chats;

    Storm() throws IOException {
        telegram = new FakeBotApi(clock);
        settings =
                new TelegramSettings(
                        FakeBotApi.TOKEN, telegram.url(), Set.of(CHAT), Set.of(), Map.of());
        client = telegram.client();
        chats = new Chats(store.database(), settings);
        outbox = outbox();
        sender = sender();
    }

    private Outbox outbox() {
        return new Outbox(new Notifications(store.database()), chats, settings, clock, () -> {});
    }

    private ChatSender sender() {
        return new ChatSender(
                CHAT,
                new Notifications(store.database()),
                chats,
                client,
                _ -> new byte[] {1},
                new Pace(),
                clock);
    }

    /// The process is gone and another one begins with what is stored.
    void restart() {
        client.close();
        client = telegram.client();
        outbox = outbox();
        sender = sender();
    }

    void tell(int number) {
        tell(MessageKind.FILL, number);
    }

    void tell(MessageKind kind, int number) {
        outbox.send("E-" + number, clock.instant(), new Message(kind, "Event", "#" + number));
    }

    void tell(String id, Message message) {
        outbox.send(id, clock.instant(), message);
    }

    Duration step() {
        return sender.step();
    }

    void heard() {
        sender.heard();
    }

    /// The next message is on its way, and Telegram has it or not, when the process ends: nothing
    /// of the attempt's result is stored.
    void killDuringNextSend(boolean delivered) {
        if (count("WAITING") + count("SENDING") > 0) {
            telegram.fail(delivered ? new Fault.CutBehind() : new Fault.Cut());
            int before = telegram.calls();
            while (telegram.calls() == before) {
                clock.forward(sender.step());
            }
            store.database()
                    .getCollection(Collections.NOTIFICATIONS)
                    .updateMany(
                            new Document("status", "WAITING")
                                    .append("error", new Document("$exists", true)),
                            new Document("$set", new Document("status", "SENDING")));
        }
        restart();
    }

    /// Steps, and lets the time pass that the sender wants to wait.
    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            clock.forward(sender.step());
        }
    }

    /// Runs until nothing waits any more.
    void drain() {
        for (int i = 0; i < 100_000; i++) {
            if (count("WAITING") + count("SENDING") == 0) {
                return;
            }
            clock.forward(sender.step());
        }
        throw new AssertionError("never done: " + notifications());
    }

    /// The numbers of the events in the order in which they arrived.
    List<Integer> arrived() {
        var numbers = new ArrayList<Integer>();
        for (String text : telegram.texts()) {
            text.lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> Integer.valueOf(line.substring(1)))
                    .forEach(numbers::add);
        }
        return numbers;
    }

    long count(String status) {
        return store.database()
                .getCollection(Collections.NOTIFICATIONS)
                .countDocuments(new Document("status", status));
    }

    Document notification(String id) {
        return Objects.requireNonNull(
                store.database()
                        .getCollection(Collections.NOTIFICATIONS)
                        .find(new Document("_id", id))
                        .first());
    }

    private List<Document> notifications() {
        return store.database()
                .getCollection(Collections.NOTIFICATIONS)
                .find()
                .limit(3)
                .into(new ArrayList<>());
    }

    @Override
    public void close() {
        outbox.close();
        client.close();
        telegram.close();
        store.close();
    }
}
