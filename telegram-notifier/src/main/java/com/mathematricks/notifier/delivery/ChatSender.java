package com.mathematricks.notifier.delivery;

import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.outbox.Notification;
import com.mathematricks.notifier.outbox.NotificationStatus;
import com.mathematricks.notifier.outbox.Notifications;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.Failure;
import com.mathematricks.notifier.telegram.TelegramException;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the messages of one chat, step by step, so that whoever calls decides how waiting is done.
final class ChatSender {

    /// A message that waits for so long, whatever process ran meanwhile, is given up.
    static final Duration PATIENCE = Duration.ofDays(1);

    /// But not before it was tried so often: the notifier itself may have been away.
    private static final int FEWEST_ATTEMPTS = 10;

    /// How often a chat that a person has to open again is tried.
    static final Duration CLOSED_CHAT = Duration.ofHours(1);

    /// Where nothing waits; whoever stores something wakes the sender before.
    private static final Duration IDLE = Duration.ofMinutes(1);

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ChatSender.class);

    private final long chat;
    private final Notifications notifications;
    private final Chats chats;
    private final BotApi telegram;
    private final Pictures pictures;
    private final Pace pace;
    private final Clock clock;

    /// What was in flight when an earlier process ended comes first, as it was.
    private boolean recovered;

    private @Nullable Batch delivered;
    private Instant notBefore = Instant.MIN;
    private int failures;
    private int oneByOne;
    private boolean closed;
    private volatile boolean heard;
    private volatile @Nullable String trouble;

    ChatSender(
            long chat,
            Notifications notifications,
            Chats chats,
            BotApi telegram,
            Pictures pictures,
            Pace pace,
            Clock clock) {
        this.chat = chat;
        this.notifications = notifications;
        this.chats = chats;
        this.telegram = telegram;
        this.pictures = pictures;
        this.pace = pace;
        this.clock = clock;
    }

    /// Does what can be done now, and tells for how long nothing more can.
    Duration step() {
        try {
            return tryStep();
        } catch (MongoException e) {
            // What was being stored may be stored or not: the store is asked again.
            recovered = false;
            throw e;
        }
    }

    private Duration tryStep() {
        Instant now = clock.instant();
        saveDelivered();
        if (heard && closed) {
            notBefore = Instant.MIN;
        }
        heard = false;
        if (now.isBefore(notBefore)) {
            return Duration.between(now, notBefore);
        }
        Batch batch = next();
        if (batch.isEmpty()) {
            return IDLE;
        }
        Duration turn = pace.take(chat, now);
        if (!turn.isZero()) {
            return turn;
        }
        send(batch);
        return Duration.ZERO;
    }

    private Batch next() {
        if (!recovered) {
            Batch left = batch(NotificationStatus.SENDING);
            if (!left.isEmpty()) {
                return left;
            }
            recovered = true;
        }
        return batch(NotificationStatus.WAITING);
    }

    private Batch batch(NotificationStatus status) {
        int most = oneByOne > 0 ? 1 : Batch.MOST;
        return Batch.of(notifications.first(chat, status, most), most);
    }

    private void send(Batch batch) {
        notifications.sending(batch.parts());
        try {
            String picture = batch.parts().getFirst().picture();
            byte[] png = picture == null ? null : pictures.upTo(picture);
            if (png == null) {
                telegram.send(chat, batch.html(), batch.silent());
            } else {
                telegram.sendPhoto(chat, png, batch.html(), batch.silent());
            }
            delivered = batch;
            saveDelivered();
            succeeded();
        } catch (TelegramException e) {
            failed(batch, e.failure());
        }
    }

    /// Also after the store was away: what Telegram took must not be sent again.
    private void saveDelivered() {
        if (delivered != null) {
            notifications.sent(delivered.parts(), clock.instant());
            delivered = null;
        }
    }

    private void succeeded() {
        if (oneByOne > 0) {
            oneByOne--;
        }
        if (trouble != null) {
            LOG.info("Telegram: chat {} gets messages again", chat);
            chats.open(chat);
        }
        closed = false;
        trouble = null;
        failures = 0;
    }

    private void failed(Batch batch, Failure failure) {
        Instant now = clock.instant();
        switch (failure) {
            case Failure.Limited(Duration wait) -> {
                notBefore = now.plus(wait);
                notifications.waiting(batch.parts(), failure.reason());
            }
            case Failure.Refused(String reason) -> refused(batch, reason);
            case Failure.ChatClosed(String reason) -> {
                chats.closed(chat, reason, now);
                closed = true;
                retry(batch, failure, now, CLOSED_CHAT);
            }
            case Failure.Unavailable _, Failure.BadToken _, Failure.ReadElsewhere _ ->
                    retry(batch, failure, now, backOff());
        }
    }

    /// Of several one may be at fault: each is then tried alone.
    private void refused(Batch batch, String reason) {
        if (batch.parts().size() > 1) {
            oneByOne = batch.parts().size();
            notifications.waiting(batch.parts(), reason);
            return;
        }
        LOG.warn("Telegram refuses message {}: {}", batch.parts().getFirst().id(), reason);
        notifications.failed(batch.parts(), reason);
        oneByOne = Math.max(0, oneByOne - 1);
    }

    private void retry(Batch batch, Failure failure, Instant now, Duration wait) {
        if (!failure.reason().equals(trouble)) {
            LOG.warn("Telegram: chat {}: {}; it is tried again", chat, failure.reason());
        }
        trouble = failure.reason();
        failures++;
        notBefore = now.plus(wait);
        Instant tooOld = now.minus(PATIENCE);
        List<Notification> dead =
                batch.parts().stream()
                        .filter(one -> !one.storedAt().isAfter(tooOld))
                        // This attempt is not counted in what was read before it.
                        .filter(one -> one.attempts() + 1 >= FEWEST_ATTEMPTS)
                        .toList();
        if (!dead.isEmpty()) {
            LOG.error("Telegram: {} messages of chat {} are given up", dead.size(), chat);
            notifications.failed(dead, "given up after a day: " + failure.reason());
        }
        List<Notification> alive =
                batch.parts().stream().filter(one -> !dead.contains(one)).toList();
        if (!alive.isEmpty()) {
            notifications.waiting(alive, failure.reason());
        }
    }

    /// 1, 2, 4, … seconds.
    private Duration backOff() {
        Duration next = Duration.ofSeconds(1L << Math.min(failures, 10));
        return next.compareTo(LONGEST_BACK_OFF) < 0 ? next : LONGEST_BACK_OFF;
    }

    /// Somebody wrote in the chat, so it can be written to.
    void heard() {
        heard = true;
    }

    /// Why nothing goes out; null where it does.
    @Nullable String trouble() {
        return trouble;
    }
}
