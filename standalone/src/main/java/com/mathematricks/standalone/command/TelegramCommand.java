package com.mathematricks.standalone.command;

import com.mathematricks.notifier.message.Html;
import com.mathematricks.notifier.telegram.Bot;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.Failure;
import com.mathematricks.notifier.telegram.Pause;
import com.mathematricks.notifier.telegram.TelegramException;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.notifier.telegram.Update;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Sets up Telegram: checks the token, finds the chat by a code that its owner sends, sends a test
/// and writes the settings for the next run.
final class TelegramCommand {

    private static final Duration LONG_POLL = Duration.ofSeconds(10);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final int CODES = 1_000_000;

    private final Supplier<String> token;
    private final PrintStream out;
    private final RandomGenerator random;
    private final Clock clock;
    private final Pause pause;

    TelegramCommand(PrintStream out) {
        this(
                () -> TokenPrompt.read(System.getenv("TELEGRAM_TOKEN"), System.in, out),
                out,
                new SecureRandom(),
                Clock.systemUTC(),
                Thread::sleep);
    }

    TelegramCommand(
            Supplier<String> token,
            PrintStream out,
            RandomGenerator random,
            Clock clock,
            Pause pause) {
        this.token = token;
        this.out = out;
        this.random = random;
        this.clock = clock;
        this.pause = pause;
    }

    int execute(List<String> words) {
        Flags flags = Flags.parse(words, Set.of("data", "url", "wait"), Set.of());
        flags.requireNothingElse();
        Path folder = CommandFolder.path(flags);
        URI url = flags.value("url").map(URI::create).orElse(TelegramSettings.PUBLIC);
        Duration patience = Duration.ofSeconds(seconds(flags));
        String given = token.get().strip();
        if (!TelegramSettings.isToken(given)) {
            throw CommandFailedException.because(
                    "that is no bot token; @BotFather gives one like 123456789:AbC…: write /newbot to it, or /token for a bot that is there");
        }
        try (var telegram = new BotApi(given, url)) {
            Bot bot = telegram.me();
            out.printf("The token is that of @%s.%n", bot.username());
            Update.Said said = waitForCode(telegram, bot, patience);
            long chat = said.sender().chat();
            telegram.send(
                    chat,
                    Html.bold("It works") + "\nMathematricks Trader can write to this chat.",
                    false);
            Path file = TelegramFile.write(folder, given, url, said.sender());
            out.print(next(said.sender(), file));
            return 0;
        } catch (TelegramException e) {
            throw CommandFailedException.because(cure(e.failure()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw CommandFailedException.because("interrupted");
        }
    }

    private static int seconds(Flags flags) {
        String stated = flags.value("wait").orElse("300");
        try {
            return Integer.parseInt(stated);
        } catch (NumberFormatException _) {
            throw CommandFailedException.wrongUsage(
                    "--wait %s: a number of seconds is needed".formatted(stated));
        }
    }

    /// Anybody can write to a bot, so the first who does is not taken for its owner.
    private Update.Said waitForCode(BotApi telegram, Bot bot, Duration patience)
            throws TelegramException, InterruptedException {
        String code = "%06d".formatted(random.nextInt(CODES));
        out.printf(
                """
                Now open https://t.me/%1$s?start=%2$s on your phone and press Start.
                For a group: add @%1$s to it and write  /start@%1$s %2$s  there.
                Waiting …
                """,
                bot.username(), code);
        Instant until = clock.instant().plus(patience);
        long offset = 0;
        while (clock.instant().isBefore(until)) {
            List<Update> updates = updates(telegram, offset);
            for (Update update : updates) {
                offset = update.id() + 1;
                Optional<Update.Said> found = with(code, update);
                if (found.isPresent()) {
                    // Read once more, which tells Telegram that these are dealt with.
                    var _ = telegram.updates(offset, Duration.ZERO);
                    return found.get();
                }
            }
        }
        throw CommandFailedException.because(
                "nobody sent the code %s to @%s within %d seconds; run this again and press Start, or wait longer with --wait"
                        .formatted(code, bot.username(), patience.toSeconds()));
    }

    private static Optional<Update.Said> with(String code, Update update) {
        return switch (update) {
            case Update.Said said when said.text().contains(code) -> Optional.of(said);
            case Update.Said _, Update.Pressed _, Update.Other _ -> Optional.empty();
        };
    }

    /// An outage of moments is waited out.
    private List<Update> updates(BotApi telegram, long offset)
            throws TelegramException, InterruptedException {
        try {
            return telegram.updates(offset, LONG_POLL);
        } catch (TelegramException e) {
            if (e.failure() instanceof Failure.Unavailable) {
                pause.pause(AFTER_TROUBLE);
                return List.of();
            }
            throw e;
        }
    }

    private static String next(Update.Sender sender, Path file) {
        return """
        %s (user %d) wrote in chat %d, and a test message is there now.

        Written to %s, readable by you only. The next ./trader run uses it.

        Where the services run on their own, give the notifier instead:
          the token as the file /run/secrets/trader.telegram.token, and
          TRADER_TELEGRAM_CHATS=%d TRADER_TELEGRAM_USERS=%d
        """
                .formatted(
                        sender.name(),
                        sender.user(),
                        sender.chat(),
                        file,
                        sender.chat(),
                        sender.user());
    }

    private static String cure(Failure failure) {
        return switch (failure) {
            case Failure.BadToken _ ->
                    "Telegram does not know this token: copy it again from @BotFather (/token shows it; /revoke makes a new one)";
            case Failure.ReadElsewhere(String reason) ->
                    "another program reads the messages to this bot: stop ./trader run (Ctrl-C) or whatever else uses the bot, then run this again (%s)"
                            .formatted(reason);
            case Failure.Unavailable(String reason) ->
                    "Telegram cannot be reached: %s. Check the internet connection and whether a firewall blocks api.telegram.org"
                            .formatted(reason);
            case Failure.Limited _ -> failure.reason() + "; run this again then";
            case Failure.ChatClosed(String reason) ->
                    "the bot may not write there: %s. Press Start in the chat, or make the bot a member of the group that may write"
                            .formatted(reason);
            case Failure.Refused(String reason) -> "Telegram refuses: " + reason;
        };
    }
}
