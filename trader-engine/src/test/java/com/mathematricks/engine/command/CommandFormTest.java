package com.mathematricks.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFormTest {

    private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");

    private final Map<String, Object> fields = new HashMap<>();

    CommandFormTest() {
        fields.put("action", "CLOSE");
        fields.put("scope", "strategy demo");
        fields.put("instrument", "AAPL");
        fields.put("by", "dashboard");
        fields.put("at", Date.from(AT));
        fields.put("open", true);
    }

    private String malformed() {
        return CommandForm.read("c1", fields) instanceof CommandForm.Malformed(String text)
                ? text
                : "understood";
    }

    @Test
    void understandsWhatDashboardAndNotifierWrite() {
        assertThat(CommandForm.read("c1", fields))
                .isEqualTo(
                        new CommandForm.Understood(
                                new ControlCommand(
                                        "c1",
                                        ControlAction.CLOSE,
                                        "strategy demo",
                                        new InstrumentId("AAPL"),
                                        null,
                                        "dashboard",
                                        AT,
                                        null)));
    }

    @Test
    void cancelNeedsNoScopeAndATimeMayBeText() {
        fields.clear();
        fields.putAll(Map.of("action", "CANCEL", "order", "A1", "by", "me", "at", AT.toString()));

        assertThat(CommandForm.read("c2", fields))
                .isEqualTo(
                        new CommandForm.Understood(
                                new ControlCommand(
                                        "c2",
                                        ControlAction.CANCEL,
                                        "all",
                                        null,
                                        new ClientOrderId("A1"),
                                        "me",
                                        AT,
                                        null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    action | SELL  | action is 'SELL'; accepted: PAUSE, RESUME, REDUCE, HALT, FLATTEN, CLOSE, CANCEL, ACCEPT
                    order  | a b   | order is 'a b'; accepted: the id of a working order
                    at     | today | at is 'today'; accepted: a time, like 2026-11-23T15:00:00Z
                    """)
    void namesFieldValueAndWhatIsAccepted(String field, String value, String text) {
        fields.put(field, value);
        assertThat(malformed()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"action", "scope", "by", "at"})
    void namesWhatIsMissing(String field) {
        fields.remove(field);
        assertThat(malformed()).startsWith(field + " is missing; accepted: ");
    }

    @Test
    void namesEveryProblemOfStrangeDocuments() {
        fields.clear();
        fields.put("scope", 5);
        fields.put("by", " ");
        assertThat(malformed())
                .contains("action is missing", "scope is '5'", "by is ' '", "at is missing");
    }

    @Test
    void anEndlessValueIsCut() {
        fields.put("reason", "x".repeat(600));
        assertThat(malformed()).hasSizeLessThan(150).startsWith("reason is 'xxx");
    }
}
