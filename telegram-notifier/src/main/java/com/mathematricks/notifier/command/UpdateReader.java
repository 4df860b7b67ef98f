package com.mathematricks.notifier.command;

import com.mathematricks.notifier.telegram.Bot;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.Failure;
import com.mathematricks.notifier.telegram.Pause;
import com.mathematricks.notifier.telegram.TelegramException;
import com.mathematricks.notifier.telegram.Update;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Telegram for updates, one round after another, and gives each to the desk once.
final class UpdateReader {

    /// How long Telegram may hold a question for updates open.
    static final Duration LONG_POLL = Duration.ofSeconds(50);

    /// Where the engine's answer to a command is still awaited.
    private static final Duration SHORT_POLL = Duration.ofSeconds(1);

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(UpdateReader.class);

    private final MongoDatabase store;
    private final BotApi telegram;
    private final CommandDesk desk;
    private final Clock clock;
    private final Pause pause;
    private @Nullable Bot bot;
    private @Nullable UpdateLog log;
    private long offset;
    private int failures;
    private @Nullable Instant lastRead;
    private @Nullable String trouble;

    UpdateReader(MongoDatabase store, BotApi telegram, CommandDesk desk, Clock clock, Pause pause) {
        this.store = store;
        this.telegram = telegram;
        this.desk = desk;
        this.clock = clock;
        this.pause = pause;
    }

    /// One round. Returns after trouble, too, having waited as long as that asks for.
    void round(Duration longPoll) throws InterruptedException {
        try {
            desk.look();
            read(desk.isWaiting() ? SHORT_POLL : longPoll);
            if (trouble != null) {
                LOG.info("Telegram: commands are read again");
            }
            failures = 0;
            trouble = null;
        } catch (TelegramException e) {
            tell(e.failure().reason());
            pause.pause(waitAfter(e.failure()));
        } catch (MongoException e) {
            tell("the store does not answer: " + e.getMessage());
            pause.pause(backOff());
        }
    }

    private void read(Duration longPoll) throws TelegramException, InterruptedException {
        Bot known = bot == null ? telegram.me() : bot;
        bot = known;
        UpdateLog seen = log == null ? new UpdateLog(store, known.id()) : log;
        log = seen;
        List<Update> updates = telegram.updates(offset, longPoll);
        boolean afterOutage =
                lastRead != null
                        && clock.instant().isAfter(lastRead.plus(CommandDesk.FRESH).plus(longPoll));
        for (Update update : updates) {
            if (seen.take(update.id())) {
                handle(update, afterOutage, known.username());
            }
            offset = update.id() + 1;
        }
        if (updates.isEmpty()) {
            // All is confirmed; after a quiet week the next id may be lower.
            offset = 0;
        }
        lastRead = clock.instant();
    }

    private void handle(Update update, boolean afterOutage, String username)
            throws InterruptedException {
        try {
            desk.handle(update, afterOutage, username);
        } catch (RuntimeException e) {
            LOG.error("Telegram: update {} failed", update.id(), e);
        }
    }

    private void tell(String what) {
        if (!what.equals(trouble)) {
            LOG.warn("Telegram: commands are not read: {}", what);
        }
        trouble = what;
    }

    private Duration waitAfter(Failure failure) {
        return switch (failure) {
            case Failure.Limited(Duration wait) -> wait;
            case Failure.Unavailable _ -> backOff();
            case Failure.Refused _,
                    Failure.ChatClosed _,
                    Failure.BadToken _,
                    Failure.ReadElsewhere _ ->
                    LONGEST_BACK_OFF;
        };
    }

    /// 1, 2, 4, … seconds.
    private Duration backOff() {
        Duration next = Duration.ofSeconds(1L << Math.min(failures, 10));
        failures++;
        return next.compareTo(LONGEST_BACK_OFF) < 0 ? next : LONGEST_BACK_OFF;
    }
}
