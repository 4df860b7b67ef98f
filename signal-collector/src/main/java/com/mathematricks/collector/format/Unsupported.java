package com.mathematricks.collector.format;

import com.mathematricks.model.signal.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fields that are well understood, but that no engine honours yet.
final class Unsupported {

    private static final Words<Boolean> FLAGS =
            Words.of(Map.entry("true", true), Map.entry("false", false));

    private Unsupported() {}

    /// `field=value` of each, null where there is none.
    static @Nullable String read(Fields fields, Action action, OrderTerms order) {
        var found = new ArrayList<String>();
        Field delay = fields.find("delay");
        if (delay != null && Numbers.notNegative(delay).signum() > 0) {
            add(found, delay);
        }
        Field cancel = fields.find("cancel");
        // An exit cancels what works anyway, other actions don't: only the opposite is out of
        // reach.
        if (cancel != null && flag(cancel) == (action != Action.EXIT && action != Action.CANCEL)) {
            add(found, cancel);
        }
        Field extendedHours = fields.find("extended_hours");
        if (extendedHours != null && flag(extendedHours)) {
            if (order.limitPrice() == null) {
                throw extendedHours.wrong(
                        "false, or true with a limit price",
                        "outside the session only limit orders trade");
            }
            add(found, extendedHours);
        }
        return found.isEmpty() ? null : String.join(", ", found);
    }

    private static void add(List<String> found, Field field) {
        found.add(field.name() + "=" + FieldError.shown(field.shown()));
    }

    private static boolean flag(Field field) {
        return field.value() instanceof Boolean flag ? flag : FLAGS.read(field);
    }
}
