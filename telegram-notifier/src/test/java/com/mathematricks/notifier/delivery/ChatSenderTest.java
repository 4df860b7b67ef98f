package com.mathematricks.notifier.delivery;

import static com.mathematricks.notifier.delivery.Storm.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.notifier.TestClock;
import com.mathematricks.notifier.message.Html;
import com.mathematricks.notifier.message.Loudness;
import com.mathematricks.notifier.message.Message;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.notifier.telegram.FakeBotApi.Fault;
import com.mathematricks.notifier.telegram.FakeBotApi.Sent;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatSenderTest {

    private Storm storm;

    @BeforeEach
    void open() throws IOException {
        storm = new Storm();
    }

    @AfterEach
    void close() {
        storm.close();
    }

    @Test
    void sendsAMessageOnceAndKeepsWhatBecameOfIt() {
        storm.tell(1);
        storm.tell(1);

        storm.drain();

        assertThat(storm.telegram.sent())
                .containsExactly(new Sent(CHAT, "✅ <b>Event</b>\n#1", false, false, List.of(), 1));
        assertThat(storm.notification("E-1|42"))
                .containsEntry("status", "SENT")
                .containsEntry("kind", "FILL")
                .containsEntry("chat", CHAT)
                .containsEntry("attempts", 1)
                .containsKeys("at", "sentAt")
                .doesNotContainKey("error");
    }

    @Test
    void mergesWhatWaitsAndSendsTheNextASecondLater() {
        IntStream.rangeClosed(1, 40).forEach(storm::tell);

        assertThat(storm.step()).isZero();
        assertThat(storm.step()).isEqualTo(Duration.ofSeconds(1));
        storm.drain();

        assertThat(storm.telegram.sent()).hasSize(2);
        assertThat(storm.arrived()).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void mergesNoMoreThanOneMessageHolds() {
        for (int i = 1; i <= 5; i++) {
            storm.tell(
                    "long-" + i, new Message(MessageKind.FILL, "Long", "<".repeat(850), "#" + i));
        }

        storm.drain();

        // Each has 2 + 4 + 1 + 850 + 1 + 2 = 860 characters: 4 × 860 + 3 × 2 = 3446 fit, 5 do not.
        assertThat(storm.telegram.sent()).hasSize(2);
        assertThat(storm.arrived()).containsExactly(1, 2, 3, 4, 5);
        assertThat(storm.telegram.texts())
                .allMatch(text -> text.length() <= Text.MOST)
                .allMatch(text -> Html.length(text) <= Text.MOST);
    }

    @Test
    void waitsExactlyAsLongAsTelegramAsks() {
        storm.telegram.fail(new Fault.Answer(429, "Too Many Requests: retry after 17", 17));
        storm.tell(1);

        assertThat(storm.step()).isZero();
        assertThat(storm.step()).isEqualTo(Duration.ofSeconds(17));
        storm.clock.forward(Duration.ofMillis(16_999));
        assertThat(storm.step()).isEqualTo(Duration.ofMillis(1));
        assertThat(storm.telegram.calls()).isEqualTo(1);
        storm.clock.forward(Duration.ofMillis(1));
        storm.step();

        assertThat(storm.arrived()).containsExactly(1);
    }

    @Test
    void givesUpOnlyTheMessageThatTelegramRefuses() {
        storm.telegram.refuse("#2");
        IntStream.rangeClosed(1, 3).forEach(storm::tell);

        storm.drain();
        storm.tell(4);
        storm.tell(5);
        storm.drain();

        assertThat(storm.arrived()).containsExactly(1, 3, 4, 5);
        assertThat(storm.notification("E-2|42"))
                .containsEntry("status", "FAILED")
                .containsEntry("error", "Bad Request: no #2");
        // The merged attempt, then one by one, then merged again.
        assertThat(storm.telegram.calls()).isEqualTo(5);
    }

    @Test
    void triesAClosedChatOnceAnHourUntilSomebodyWritesThere() {
        var blocked = new Fault.Answer(403, "Forbidden: bot was blocked by the user", null);
        storm.telegram.fail(blocked, blocked);
        storm.tell(1);

        storm.step();
        assertThat(storm.chats.closed(CHAT)).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(storm.step()).isEqualTo(Duration.ofHours(1));
        storm.clock.forward(Duration.ofHours(1));
        storm.step();
        assertThat(storm.telegram.calls()).isEqualTo(2);

        storm.clock.forward(Duration.ofSeconds(1));
        storm.heard();
        storm.step();

        assertThat(storm.arrived()).containsExactly(1);
        assertThat(storm.chats.closed(CHAT)).isNull();
    }

    @Test
    void sendsAgainAfterEveryKindOfOutage() {
        storm.telegram.fail(
                new Fault.Cut(),
                new Fault.Page(502),
                new Fault.Answer(500, "Internal Server Error", null),
                new Fault.Answer(401, "Unauthorized", null));
        storm.tell(1);

        storm.step();
        assertThat(storm.step()).isEqualTo(Duration.ofSeconds(1));
        storm.drain();

        assertThat(storm.arrived()).containsExactly(1);
        assertThat(storm.notification("E-1|42")).containsEntry("attempts", 5);
    }

    @Test
    void givesUpAfterADayWithoutTelegramAndSaysSo() {
        storm.telegram.die(Duration.ofHours(25));
        storm.tell(1);
        storm.run(2 * 60 * 12); // attempts are at most a minute apart: half a day and more
        storm.tell(2);
        storm.drain();

        assertThat(storm.notification("E-1|42").getString("status")).isEqualTo("FAILED");
        assertThat(storm.notification("E-1|42").getString("error"))
                .startsWith("given up after a day: ");
        assertThat(storm.arrived()).containsExactly(2);
    }

    @Test
    void theDayGoesOnWhileTheProcessIsReplaced() {
        storm.telegram.die(Duration.ofHours(30));
        storm.tell(1);
        storm.run(2 * 60 * 12);
        storm.restart();
        storm.drain();

        assertThat(storm.notification("E-1|42").getString("error"))
                .startsWith("given up after a day: ");
        // A day of it, not a day from the restart on.
        assertThat(storm.clock.instant()).isBefore(TestClock.START.plus(Duration.ofHours(25)));
    }

    @Test
    void whatWaitedWhileNobodySentItIsNotGivenUpAtTheFirstMiss() {
        storm.tell(1);
        storm.clock.forward(Duration.ofDays(3));
        storm.telegram.fail(new Fault.Page(502), new Fault.Cut());

        storm.drain();

        assertThat(storm.arrived()).containsExactly(1);
    }

    @Test
    void leavesOutWhatTheChatDoesNotWantAndWhispersWhatItWantsSilent() {
        storm.chats.set(CHAT, MessageKind.FILL, Loudness.OFF);
        storm.chats.set(CHAT, MessageKind.DENIED, Loudness.SILENT);
        storm.tell(MessageKind.FILL, 1);
        storm.tell(MessageKind.DENIED, 2);
        storm.drain();
        storm.tell(MessageKind.STATE, 3);
        storm.drain();

        assertThat(storm.telegram.sent())
                .extracting(Sent::text, Sent::silent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("⛔ <b>Event</b>\n#2", true),
                        org.assertj.core.groups.Tuple.tuple("🚦 <b>Event</b>\n#3", false));
        assertThat(storm.notification("E-1|42")).containsEntry("status", "OFF");
    }

    @Test
    void sendsAPictureAlone() {
        storm.tell(1);
        storm.tell(
                "summary",
                new Message(
                        MessageKind.SUMMARY, new Text("Day", "#2"), LocalDate.parse("2026-11-19")));
        storm.tell(3);

        storm.drain();

        assertThat(storm.telegram.sent())
                .extracting(Sent::photo)
                .containsExactly(false, true, false);
        assertThat(storm.arrived()).containsExactly(1, 2, 3);
    }

    @Test
    void neverGoesFasterThanTheLimits() {
        var pace = new Pace();
        var now = storm.clock.instant();
        for (long chat = 1; chat <= 30; chat++) {
            assertThat(pace.take(chat, now)).isZero();
        }
        assertThat(pace.take(31, now.plusMillis(400))).isEqualTo(Duration.ofMillis(600));
        assertThat(pace.take(1, now.plusMillis(999))).isEqualTo(Duration.ofMillis(1));
        assertThat(pace.take(31, now.plusSeconds(1))).isZero();
        assertThat(pace.take(-5, now.plusSeconds(1))).isZero();
        assertThat(pace.take(-5, now.plusSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }
}
