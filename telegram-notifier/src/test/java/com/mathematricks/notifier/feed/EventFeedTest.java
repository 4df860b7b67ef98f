package com.mathematricks.notifier.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.model.event.EventId;
import com.mathematricks.model.event.TradingEvent.Noticed;
import com.mathematricks.service.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class EventFeedTest {

    private final List<String> sent = new ArrayList<>();
    private final EventFeed feed =
            new EventFeed((id, at, message) -> sent.add(id + " " + message.line()));

    @Test
    void tellsAnEventThatIsDeliveredTwiceOnce() {
        feed.accept(event(1));
        feed.accept(event(2));
        feed.accept(event(1));

        assertThat(sent).containsExactly("E7-1 Text 1. [TEST]", "E7-2 Text 2. [TEST]");
        assertThat(feed.lastDid()).isEqualTo("told of Noticed of 2026-11-20T14:30:00Z");
    }

    @Test
    void tellsAnEventAgainWhoseMessageWasNotTaken() {
        var failures = new ArrayList<>(List.of("first attempt"));
        var failing =
                new EventFeed((_, _, message) -> {
                    if (!failures.isEmpty()) {
                        throw new IllegalStateException(failures.removeFirst());
                    }
                    sent.add(message.line());
                });

        assertThatThrownBy(() -> failing.accept(event(1))).hasMessage("first attempt");
        failing.accept(event(1));

        assertThat(sent).containsExactly("Text 1. [TEST]");
    }

    @Test
    void refusesWhatIsNoEventSoThatTheBrokerKeepsIt() {
        assertThatThrownBy(() ->
                        feed.accept("{\"type\":\"Unheard\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void forgetsTheOldestIdOfTooMany() {
        var seen = new SeenEvents(2);
        List.of("A-1", "A-2", "A-3").forEach(id -> seen.add(new EventId(id)));

        assertThat(List.of("A-1", "A-2", "A-3"))
                .map(id -> seen.contains(new EventId(id)))
                .containsExactly(false, true, true);
    }

    private static byte[] event(int sequence) {
        return Json.MAPPER.writeValueAsBytes(
                new Noticed(
                        EventId.of("E7", sequence, 0),
                        Instant.parse("2026-11-20T14:30:00Z"),
                        "TEST",
                        "Text " + sequence,
                        null,
                        null));
    }
}
