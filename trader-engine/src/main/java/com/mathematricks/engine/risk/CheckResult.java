package com.mathematricks.engine.risk;

import com.mathematricks.model.money.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one check found.
///
/// @param code stable; of the table in `docs/risk-checks.md`
/// @param text one sentence with the compared numbers
/// @param numbers the compared numbers by name, as plain text
/// @param subject the instrument that it speaks of, where there are several
/// @param largest where the size was too large: the largest that would have passed, not yet rounded
///   to the lot
public record CheckResult(
        String code,
        boolean passed,
        String text,
        Map<String, String> numbers,
        @Nullable String subject,
        @Nullable Quantity largest) {

    public CheckResult {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    public static CheckResult passed(String code, String text) {
        return new CheckResult(code, true, text, Map.of(), null, null);
    }

    public static CheckResult failed(String code, String text) {
        return new CheckResult(code, false, text, Map.of(), null, null);
    }

    public static CheckResult of(boolean passed, String code, String text) {
        return new CheckResult(code, passed, text, Map.of(), null, null);
    }

    public CheckResult with(String name, Object number) {
        var more = new LinkedHashMap<>(numbers);
        more.put(name, number.toString());
        return new CheckResult(code, passed, text, more, subject, largest);
    }

    public CheckResult about(String instrument) {
        return new CheckResult(code, passed, text, numbers, instrument, largest);
    }

    public CheckResult butUpTo(Quantity quantity) {
        return new CheckResult(code, passed, text, numbers, subject, quantity);
    }

    public Optional<Quantity> allowed() {
        return Optional.ofNullable(largest);
    }
}
