package com.mathematricks.notifier.command;

import com.mathematricks.notifier.delivery.Pace;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.Button;
import com.mathematricks.notifier.telegram.Failure;
import com.mathematricks.notifier.telegram.Pause;
import com.mathematricks.notifier.telegram.TelegramException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers in a chat, within the same limits as messages. An answer that cannot be sent within some
/// attempts is not kept: by then the question is old.
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int ATTEMPTS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final BotApi telegram;
    private final Pace pace;
    private final Clock clock;
    private final Pause pause;

    Replies(BotApi telegram, Pace pace, Clock clock, Pause pause) {
        this.telegram = telegram;
        this.pace = pace;
        this.clock = clock;
        this.pause = pause;
    }

    private interface Attempt<T> {

        T run() throws TelegramException;
    }

    void say(long chat, Text text) throws InterruptedException {
        var _ = say(chat, text, List.of());
    }

    /// Its message; null where it could not be sent.
    @Nullable Integer say(long chat, Text text, List<Button> buttons) throws InterruptedException {
        return attempt(chat, () -> telegram.ask(chat, text.html(), buttons));
    }

    /// Replaces one of our messages and takes its buttons away.
    void change(long chat, int message, Text text) throws InterruptedException {
        var _ =
                attempt(
                        chat,
                        () -> {
                            telegram.change(chat, message, text.html());
                            return message;
                        });
    }

    /// The few words that pop up over the button; without them it would seem to hang.
    void answerPress(String press, String words) {
        try {
            telegram.answerPress(press, words);
        } catch (TelegramException e) {
            LOG.debug("Telegram: a pressed button was not answered: {}", e.getMessage());
        }
    }

    private <T> @Nullable T attempt(long chat, Attempt<T> what) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            waitForTurn(chat);
            try {
                return what.run();
            } catch (TelegramException e) {
                Duration wait = waitAfter(e.failure(), attempt);
                if (attempt == ATTEMPTS || wait.isZero()) {
                    LOG.warn("Telegram: an answer was not sent: {}", e.getMessage());
                    return null;
                }
                pause.pause(wait);
            }
        }
    }

    private void waitForTurn(long chat) throws InterruptedException {
        Duration turn = pace.take(chat, clock.instant());
        while (!turn.isZero()) {
            pause.pause(turn);
            turn = pace.take(chat, clock.instant());
        }
    }

    /// Zero where there is no use in trying again.
    private static Duration waitAfter(Failure failure, int attempt) {
        return switch (failure) {
            case Failure.Limited(Duration wait) ->
                    wait.compareTo(LONGEST_WAIT) <= 0 ? wait : Duration.ZERO;
            case Failure.Unavailable _ -> Duration.ofSeconds(attempt);
            case Failure.Refused _,
                    Failure.ChatClosed _,
                    Failure.BadToken _,
                    Failure.ReadElsewhere _ ->
                    Duration.ZERO;
        };
    }
}
