package com.mathematricks.notifier.outbox;

import com.mathematricks.notifier.message.Loudness;
import com.mathematricks.notifier.message.Message;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores each message for every allowed chat and wakes who sends it. Where the store does not
/// answer it waits for it, and with it whoever gave the message: an event must not be lost because
/// the store was away.
public final class Outbox implements Messenger, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int SECONDS_BETWEEN_ATTEMPTS = 1;

    private final Notifications notifications;
    private final Chats chats;
    private final TelegramSettings settings;
    private final Clock clock;
    private final Runnable wakeUp;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param wakeUp called after something new was stored
    public Outbox(
            Notifications notifications,
            Chats chats,
            TelegramSettings settings,
            Clock clock,
            Runnable wakeUp) {
        this.notifications = notifications;
        this.chats = chats;
        this.settings = settings;
        this.clock = clock;
        this.wakeUp = wakeUp;
        if (settings.token() == null) {
            LOG.info(
                    "Telegram: no token is set; messages are only stored. ./trader telegram sets it up");
        } else if (!settings.isConfigured()) {
            LOG.warn(
                    "Telegram: trader.telegram.chats names no chat; messages are only stored. ./trader telegram finds its id");
        }
    }

    @Override
    public void send(String id, Instant at, Message message) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (store(id, at, message)) {
                    LOG.info("{}", message.line());
                }
                wakeUp.run();
                return;
            } catch (MongoException e) {
                if (attempt == 1) {
                    LOG.warn("the store does not take message {}: {}", id, e.getMessage());
                }
                waitForTheStore(id);
            }
        }
    }

    private void waitForTheStore(String id) {
        try {
            if (!closed.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("ended before message " + id + " was stored");
    }

    /// False where all of it was there already.
    private boolean store(String id, Instant at, Message message) {
        List<Long> allowed = settings.isConfigured() ? settings.allowedChats() : List.of();
        if (allowed.isEmpty()) {
            return notifications.add(
                    notification(id, null, NotificationStatus.NOT_CONFIGURED, false, at, message));
        }
        boolean isNew = false;
        for (long chat : allowed) {
            Loudness loudness = Objects.requireNonNull(chats.loudness(chat).get(message.kind()));
            NotificationStatus status =
                    switch (loudness) {
                        case LOUD, SILENT -> NotificationStatus.WAITING;
                        case OFF -> NotificationStatus.OFF;
                    };
            boolean silent = loudness == Loudness.SILENT;
            isNew |=
                    notifications.add(
                            notification(id + "|" + chat, chat, status, silent, at, message));
        }
        return isNew;
    }

    private Notification notification(
            String id,
            @Nullable Long chat,
            NotificationStatus status,
            boolean silent,
            Instant at,
            Message message) {
        LocalDate picture = message.picture();
        return new Notification(
                id,
                notifications.nextNumber(),
                at,
                message.kind(),
                chat,
                message.html(),
                silent,
                picture == null ? null : picture.toString(),
                status,
                0,
                null,
                clock.instant(),
                null);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
