package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One check of a decision as the engine kept it.
///
/// @param numbers what it compared, by name, as in `docs/risk-checks.md`
/// @param subject the instrument
/// @param largest the largest size that would have passed; null: its size did not matter, or no
///   limit held
public record KeptCheck(
        String code,
        boolean passed,
        Map<String, String> numbers,
        @Nullable String subject,
        @Nullable Quantity largest) {

    @SuppressWarnings("NullAway") // absent in the stored document
    public KeptCheck {
        code = code == null ? "" : code;
        numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
    }

    /// Empty where it was not kept.
    Optional<BigDecimal> number(String name) {
        try {
            return Optional.ofNullable(numbers.get(name)).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Kept as `1000 USD`.
    Optional<Money> money(String name) {
        String[] words = numbers.getOrDefault(name, "").split(" ", 2);
        try {
            return words.length == 2
                    ? Optional.of(Money.of(words[0], new Currency(words[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
