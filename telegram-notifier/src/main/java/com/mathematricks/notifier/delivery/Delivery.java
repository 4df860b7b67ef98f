package com.mathematricks.notifier.delivery;

import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.outbox.Notifications;
import com.mathematricks.notifier.telegram.BotApi;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread for each chat, so that a chat that is limited or closed holds up no other.
public final class Delivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LAST_SEND = Duration.ofSeconds(3);

    private final Map<Long, Line> lines = new LinkedHashMap<>();
    private volatile boolean closed;

    public Delivery(
            List<Long> allowed,
            Notifications notifications,
            Chats chats,
            BotApi telegram,
            Pictures pictures,
            Pace pace,
            Clock clock) {
        for (long chat : allowed) {
            var sender =
                    new ChatSender(chat, notifications, chats, telegram, pictures, pace, clock);
            lines.put(chat, new Line(sender));
        }
    }

    public void start() {
        lines.values().forEach(line -> line.thread.start());
    }

    /// Something new was stored.
    public void wakeUp() {
        lines.values().forEach(line -> line.wake.release());
    }

    /// Somebody wrote in a chat.
    public void heard(long chat) {
        Line line = lines.get(chat);
        if (line != null) {
            line.sender.heard();
            line.wake.release();
        }
    }

    /// Why nothing goes out, for a person; empty where all is well.
    public List<String> trouble() {
        return lines.values().stream()
                .map(line -> line.sender.trouble())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        wakeUp();
        try {
            for (Line line : lines.values()) {
                if (line.thread.isAlive() && !line.thread.join(LAST_SEND)) {
                    line.thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Line {

        private final ChatSender sender;
        private final Semaphore wake = new Semaphore(0);
        private final Thread thread;

        Line(ChatSender sender) {
            this.sender = sender;
            this.thread = Thread.ofPlatform().daemon().name("telegram-send").unstarted(this::run);
        }

        private void run() {
            try {
                while (!closed) {
                    var _ = wake.tryAcquire(step().toMillis() + 1, TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private Duration step() {
            try {
                return sender.step();
            } catch (MongoException e) {
                LOG.warn("Telegram: the store does not answer: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("Telegram: sending failed", e);
            }
            return AFTER_TROUBLE;
        }
    }
}
