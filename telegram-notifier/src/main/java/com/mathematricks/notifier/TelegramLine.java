package com.mathematricks.notifier;

import com.mathematricks.notifier.command.Commands;
import com.mathematricks.notifier.delivery.Delivery;
import com.mathematricks.notifier.delivery.Pace;
import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.outbox.Notifications;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.notifier.watch.EquityPictures;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The connection with Telegram in both directions, where there is one.
final class TelegramLine implements AutoCloseable {

    private final @Nullable Parts parts;

    private record Parts(BotApi telegram, Delivery delivery, Commands commands) {}

    private TelegramLine(@Nullable Parts parts) {
        this.parts = parts;
    }

    static TelegramLine of(
            MongoDatabase store,
            TelegramSettings settings,
            Notifications notifications,
            Chats chats,
            Clock clock) {
        String token = settings.token();
        if (token == null || !settings.isConfigured()) {
            return new TelegramLine(null);
        }
        var telegram = new BotApi(token, settings.address());
        // Messages and answers share the limits of a chat.
        var pace = new Pace();
        var delivery =
                new Delivery(
                        settings.allowedChats(),
                        notifications,
                        chats,
                        telegram,
                        new EquityPictures(store),
                        pace,
                        clock);
        var commands =
                new Commands(
                        store,
                        settings,
                        chats,
                        telegram,
                        pace,
                        delivery::heard,
                        clock,
                        Thread::sleep);
        return new TelegramLine(new Parts(telegram, delivery, commands));
    }

    void start() {
        if (parts != null) {
            parts.delivery.start();
            parts.commands.start();
        }
    }

    void wakeUp() {
        if (parts != null) {
            parts.delivery.wakeUp();
        }
    }

    /// For a person; empty where all is well.
    List<String> trouble() {
        return parts == null ? List.of() : parts.delivery.trouble();
    }

    @Override
    public void close() {
        if (parts != null) {
            parts.commands.close();
            parts.delivery.close();
            parts.telegram.close();
        }
    }
}
