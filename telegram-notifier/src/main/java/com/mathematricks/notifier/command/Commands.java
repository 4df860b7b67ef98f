package com.mathematricks.notifier.command;

import com.mathematricks.notifier.delivery.Pace;
import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.Pause;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that reads what is written to the bot, and all that answers it.
public final class Commands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(2);

    private final UpdateReader reader;
    private final BotApi telegram;
    private final Thread thread;
    private volatile boolean closed;

    /// @param heard takes the id of each allowed chat that somebody wrote in
    public Commands(
            MongoDatabase store,
            TelegramSettings settings,
            Chats chats,
            BotApi telegram,
            Pace pace,
            LongConsumer heard,
            Clock clock,
            Pause pause) {
        this.telegram = telegram;
        this.reader =
                new UpdateReader(
                        store,
                        telegram,
                        desk(store, settings, chats, telegram, pace, heard, clock, pause),
                        clock,
                        pause);
        this.thread = Thread.ofPlatform().daemon().name("telegram-read").unstarted(this::run);
    }

    private static CommandDesk desk(
            MongoDatabase store,
            TelegramSettings settings,
            Chats chats,
            BotApi telegram,
            Pace pace,
            LongConsumer heard,
            Clock clock,
            Pause pause) {
        var replies = new Replies(telegram, pace, clock, pause);
        var book = new Book(store);
        return new CommandDesk(
                new Admission(settings, clock),
                new Questions(new Answers(store, book, clock), new Why(store), chats),
                new Requests(book),
                new Confirmations(clock, new SecureRandom()),
                new ControlDesk(store, replies, clock, pause),
                replies,
                heard,
                clock);
    }

    public void start() {
        thread.start();
    }

    /// For tests: one round, in the caller's thread.
    void round(Duration longPoll) throws InterruptedException {
        reader.round(longPoll);
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    reader.round(UpdateReader.LONG_POLL);
                } catch (RuntimeException e) {
                    LOG.error("Telegram: reading commands failed", e);
                    Thread.sleep(Duration.ofSeconds(1));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        telegram.stopWaiting();
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                var _ = thread.join(LAST_ANSWER);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
