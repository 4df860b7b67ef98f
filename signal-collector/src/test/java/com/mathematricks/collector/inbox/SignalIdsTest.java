package com.mathematricks.collector.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class SignalIdsTest {

    @Test
    void acceptsWhatASenderMayReasonablyCallASignal() {
        for (String id : List.of("1", "x".repeat(128), "Ä 漢字 😀", SignalIds.given())) {
            assertThat(SignalIds.fault("signalID", id)).as(id).isEmpty();
        }
    }

    @Test
    void refusesWhatNoKeyCanHold() {
        for (String id : List.of("", "  ", "x".repeat(129), "a\nb", "\uD800", "a\u0000")) {
            assertThat(SignalIds.fault("signalID", id))
                    .get()
                    .satisfies(fault -> {
                        assertThat(fault.field()).isEqualTo("signalID");
                        assertThat(fault.accepted()).contains("128");
                    });
        }
    }

    @Test
    void namesADocumentByItsOwnId() {
        var objectId = new ObjectId();

        assertThat(SignalIds.ofDocument(objectId)).isEqualTo(objectId.toHexString());
        assertThat(SignalIds.ofDocument("text")).isEqualTo("text");
        assertThat(SignalIds.ofDocument(42L)).isEqualTo("42");
        assertThat(SignalIds.ofDocument(new Binary(new byte[] {1, (byte) 0xAB}))).isEqualTo("01ab");
        assertThat(SignalIds.ofDocument(new Document("a", 1))).contains("a=1");
        assertThat(SignalIds.ofDocument(null)).isEqualTo("null");
    }

    @Test
    void makesHalfASurrogatePairStorable() {
        assertThat(SignalIds.storable("a\uD800b😀")).isEqualTo("a?b😀");
    }
}
