package com.mathematricks.engine.command;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a command that others wrote, field by field, so that a wrong one can be told what is
/// wrong.
public final class CommandForm {

    /// What came of reading.
    public sealed interface Reading {}

    public record Understood(ControlCommand command) implements Reading {}

    /// @param text names each wrong field, its value and what is accepted
    public record Malformed(String text) implements Reading {}

    private static final int LONGEST = 500;

    private final Map<String, ?> fields;
    private final List<String> problems = new ArrayList<>();

    private CommandForm(Map<String, ?> fields) {
        this.fields = fields;
    }

    public static Reading read(String id, Map<String, ?> fields) {
        return new CommandForm(fields).read(id);
    }

    private Reading read(String id) {
        ControlAction action = required("action", words(), ControlAction::valueOf);
        boolean anyScope = action == ControlAction.CANCEL && fields.get("scope") == null;
        String scope =
                anyScope
                        ? "all"
                        : required("scope", "all, account NAME or strategy NAME", text -> text);
        InstrumentId instrument =
                optional("instrument", "the name of an instrument", InstrumentId::new);
        ClientOrderId order = optional("order", "the id of a working order", ClientOrderId::new);
        String by = required("by", "who asks", text -> text);
        Instant at = time();
        String reason = optional("reason", "a text", text -> text);
        if (action == null || scope == null || by == null || at == null || !problems.isEmpty()) {
            return new Malformed(String.join("; ", problems));
        }
        return new Understood(
                new ControlCommand(id, action, scope, instrument, order, by, at, reason));
    }

    private static String words() {
        return String.join(
                ", ", Arrays.stream(ControlAction.values()).map(ControlAction::name).toList());
    }

    private <T> @Nullable T required(String name, String accepted, Function<String, T> form) {
        if (fields.get(name) == null) {
            problems.add("%s is missing; accepted: %s".formatted(name, accepted));
            return null;
        }
        return optional(name, accepted, form);
    }

    private <T> @Nullable T optional(String name, String accepted, Function<String, T> form) {
        Object value = fields.get(name);
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
                return form.apply(text);
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        problems.add("%s is '%s'; accepted: %s".formatted(name, shortened(value), accepted));
        return null;
    }

    private @Nullable Instant time() {
        return fields.get("at") instanceof Date date
                ? date.toInstant()
                : required("at", "a time, like 2026-11-23T15:00:00Z", CommandForm::instant);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
