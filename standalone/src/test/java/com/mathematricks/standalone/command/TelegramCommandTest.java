package com.mathematricks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramCommandTest {

    private static final int CODE = 4711;

    @TempDir Path folder;
    private BotStandIn telegram;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @BeforeEach
    void open() throws IOException {
        telegram = new BotStandIn();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void writesTheChatOfWhoSendsTheCodeAndNotOfAnotherWhoWrites() throws IOException {
        telegram.answer(
                "getupdates",
                "[%s, %s]".formatted(said(5, 66, "/start"), said(6, 42, "/start 004711")));
        Files.writeString(folder.resolve("telegram.yml"), "before");

        assertThat(telegram(BotStandIn.TOKEN)).isZero();

        Path file = folder.resolve("telegram.yml");
        assertThat(file)
                .hasContent(
                        """
                        # Whom the notifier writes to, and whose commands it takes; docs/telegram.md explains it.
                        trader:
                          telegram:
                            url: "%s"
                            token: "%s"
                            chats: [42]
                            users: [42]
                        """
                                .formatted(telegram.url(), BotStandIn.TOKEN));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("telegram.yml.old")).hasContent("before");
        assertThat(telegram.requests)
                .anyMatch(request ->
                        request.startsWith("sendmessage ")
                                && request.contains("\"42\"")
                                && request.contains("It works"));
        assertThat(shown())
                .contains("https://t.me/t_bot?start=004711", "Written to " + file)
                .doesNotContain("AAthe");
    }

    @Test
    void saysWhatToDoAboutEachTrouble() {
        assertThatThrownBy(() -> telegram("no token"))
                .hasMessageStartingWith("that is no bot token; @BotFather gives one");
        assertThatThrownBy(() -> telegram("1:other"))
                .hasMessageStartingWith("Telegram does not know this token: copy it again");
        assertThatThrownBy(() -> telegram(BotStandIn.TOKEN))
                .hasMessageStartingWith("nobody sent the code 004711 to @t_bot within 300 seconds");
        telegram.refuse("getupdates", 409, "Conflict: terminated");
        assertThatThrownBy(() -> telegram(BotStandIn.TOKEN))
                .hasMessageStartingWith("another program reads the messages to this bot");
        telegram.close();
        assertThatThrownBy(() -> telegram(BotStandIn.TOKEN))
                .hasMessageStartingWith("Telegram cannot be reached: ")
                .hasMessageNotContaining("AAthe");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesTheTokenFromTheEnvironmentOrFromWhoIsAsked() {
        assertThat(TokenPrompt.read("t", stream(""), out)).isEqualTo("t");
        assertThat(TokenPrompt.read(" ", stream("typed\n"), out)).isEqualTo("typed");
        assertThat(shown()).startsWith("The token of your bot").doesNotContain("typed");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private int telegram(String token) {
        // Each look at the clock takes a minute.
        var minute = new AtomicInteger();
        InstantSource clock =
                () -> Instant.EPOCH.plus(Duration.ofMinutes(minute.incrementAndGet()));
        return new TelegramCommand(
                        () -> token, out, code(), clock.withZone(ZoneOffset.UTC), _ -> {})
                .execute(List.of("--data=" + folder, "--url=" + telegram.url()));
    }

    /// Draws the one code.
    private static RandomGenerator code() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return CODE;
            }

            @Override
            public int nextInt(int bound) {
                return CODE;
            }
        };
    }

    private static String said(int update, long user, String text) {
        return """
        {"update_id": %1$d, "message": {"message_id": 1, "date": 1, "text": "%3$s", \
        "from": {"id": %2$d, "is_bot": false, "first_name": "Ann"}, \
        "chat": {"id": %2$d, "type": "private"}}}\
        """
                .formatted(update, user, text);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
