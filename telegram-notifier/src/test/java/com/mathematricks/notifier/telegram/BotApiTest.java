package com.mathematricks.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mathematricks.notifier.TestClock;
import com.mathematricks.notifier.telegram.FakeBotApi.Fault;
import com.mathematricks.notifier.telegram.Update.Pressed;
import com.mathematricks.notifier.telegram.Update.Said;
import com.mathematricks.notifier.telegram.Update.Sender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BotApiTest {

    private FakeBotApi telegram;
    private BotApi client;

    @BeforeEach
    void open() throws IOException {
        telegram = new FakeBotApi(new TestClock());
        client = telegram.client();
    }

    @AfterEach
    void close() {
        client.close();
        telegram.close();
    }

    @Test
    void sortsFailuresByWhatHasToBeDone() {
        assertThat(failure(new Fault.Answer(429, "Too Many Requests", 7)))
                .isEqualTo(new Failure.Limited(Duration.ofSeconds(7)));
        assertThat(failure(new Fault.Answer(400, "Bad Request: message is too long", null)))
                .isEqualTo(new Failure.Refused("Bad Request: message is too long"));
        assertThat(failure(new Fault.Answer(403, "Forbidden: bot was blocked by the user", null)))
                .isEqualTo(new Failure.ChatClosed("Forbidden: bot was blocked by the user"));
        assertThat(failure(new Fault.Answer(400, "Bad Request: chat not found", null)))
                .isInstanceOf(Failure.ChatClosed.class);
        assertThat(failure(new Fault.Answer(401, "Unauthorized", null)))
                .isEqualTo(new Failure.BadToken());
        assertThat(failure(new Fault.Answer(409, "Conflict: terminated by other", null)))
                .isEqualTo(new Failure.ReadElsewhere("Conflict: terminated by other"));
        assertThat(failure(new Fault.Answer(500, "Internal Server Error", null)))
                .isEqualTo(new Failure.Unavailable("Telegram answered 500: Internal Server Error"));
        assertThat(failure(new Fault.Page(502))).isInstanceOf(Failure.Unavailable.class);
        assertThat(failure(new Fault.Cut())).isInstanceOf(Failure.Unavailable.class);
        assertThat(telegram.sent()).isEmpty();
    }

    @Test
    void doesNotWaitForeverForAnAnswer() {
        telegram.fail(new Fault.Slow());
        try (var impatient = new BotApi(FakeBotApi.TOKEN, telegram.url(), Duration.ofMillis(200))) {
            assertThatThrownBy(() -> impatient.send(1, "x", false))
                    .isInstanceOf(TelegramException.class)
                    // "timeout" or "Read timed out", whichever of its limits comes first.
                    .hasMessageMatching("(?is).*time(d )?out.*");
        }
    }

    @Test
    void sendsNothingASecondTimeByItself() {
        telegram.fail(new Fault.CutBehind());

        assertThatThrownBy(() -> client.send(1, "once", false))
                .isInstanceOf(TelegramException.class);

        assertThat(telegram.texts()).containsExactly("once");
    }

    @Test
    void readsWhatIsSaidAndPressed() throws TelegramException {
        Instant at = Instant.parse("2026-11-20T14:30:00Z");
        telegram.say(42, 7, at, "/help");
        telegram.press(-5, 7, 3, "yes:1");

        assertThat(client.me()).isEqualTo(new Bot(123456789, "trader_bot"));
        assertThat(client.updates(0, Duration.ZERO))
                .containsExactly(
                        new Said(1_000, new Sender(42, true, 7, "Ann"), at, "/help"),
                        new Pressed(
                                1_001, new Sender(-5, false, 7, "Ann"), "press-1001", 3, "yes:1"));
        assertThat(client.updates(1_001, Duration.ZERO)).hasSize(1);
    }

    @Test
    void neverShowsTheToken() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level usual = root.getLevel();
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.TRACE);
        try {
            var shown = new StringWriter();
            for (Fault fault :
                    List.of(
                            new Fault.Cut(),
                            new Fault.Page(502),
                            new Fault.Answer(404, "Not Found /bot" + FakeBotApi.TOKEN, null),
                            new Fault.Answer(400, "Bad /bot" + FakeBotApi.TOKEN, null))) {
                telegram.fail(fault);
                thrown(client).printStackTrace(new PrintWriter(shown, true));
            }
            telegram.close();
            thrown(client).printStackTrace(new PrintWriter(shown, true));
            try (var nowhere = new BotApi(FakeBotApi.TOKEN, URI.create("http://nowhere.invalid"))) {
                thrown(nowhere).printStackTrace(new PrintWriter(shown, true));
            }
            shown.append(
                    new TelegramSettings(
                                    FakeBotApi.TOKEN, telegram.url(), Set.of(), Set.of(), Map.of())
                            .toString());

            assertThat(shown.toString()).contains("TelegramException").doesNotContain("AAthe");
            assertThat(logged.list)
                    .noneMatch(event -> event.getFormattedMessage().contains("AAthe"));
        } finally {
            root.setLevel(usual);
            root.detachAppender(logged);
        }
    }

    @Test
    void saysWhatIsWrongWithATokenWithoutShowingIt() {
        assertThatThrownBy(
                        () -> new TelegramSettings("my secret", null, Set.of(), Set.of(), Map.of()))
                .hasMessageContaining("trader.telegram.token")
                .hasMessageNotContaining("secret");
    }

    private Failure failure(Fault fault) {
        telegram.fail(fault);
        return thrown(client).failure();
    }

    private static TelegramException thrown(BotApi by) {
        return Objects.requireNonNull(
                catchThrowableOfType(TelegramException.class, () -> by.send(42, "text", false)));
    }
}
