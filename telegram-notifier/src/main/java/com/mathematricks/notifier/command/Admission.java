package com.mathematricks.notifier.command;

import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.notifier.telegram.Update.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who may ask and command. Strangers get no answer, so that nobody learns what this bot is for.
final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final Duration BETWEEN_LINES = Duration.ofHours(1);
    private static final int REMEMBERED = 1_000;

    private final TelegramSettings settings;
    private final Clock clock;
    private final Map<Long, Instant> logged =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Admission(TelegramSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// In a group only named users: anybody could be added to it.
    boolean admits(Sender sender) {
        boolean known =
                settings.allowedUsers().isEmpty()
                        ? sender.isPrivate()
                        : settings.allowedUsers().contains(sender.user());
        if (known && settings.allowedChats().contains(sender.chat())) {
            return true;
        }
        log(sender);
        return false;
    }

    /// At most once an hour for each user, who could fill the disk otherwise.
    private void log(Sender sender) {
        Instant now = clock.instant();
        Instant before = logged.get(sender.user());
        if (before == null || !now.isBefore(before.plus(BETWEEN_LINES))) {
            logged.remove(sender.user());
            logged.put(sender.user(), now);
            LOG.warn(
                    "Telegram: user {} in chat {} is not allowed and got no answer",
                    sender.user(),
                    sender.chat());
        }
    }
}
