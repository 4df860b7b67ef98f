package com.mathematricks.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A currency or stablecoin by its code, upper case: ISO 4217, or the exchanges' code for a coin.
public record Currency(@JsonValue String code) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Set<String> WITHOUT_DECIMALS = Set.of("JPY", "KRW", "CLP", "VND", "ISK");
    private static final Set<String> FIAT =
            Set.of(
                    "USD", "EUR", "GBP", "CHF", "AUD", "NZD", "CAD", "INR", "SGD", "HKD", "CNH",
                    "SEK", "NOK", "DKK", "MXN", "ZAR", "TRY", "PLN", "CZK", "HUF");

    public static final Currency USD = new Currency("USD");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Currency {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "currency '" + code + "': 2 to 10 letters or digits, for example USD");
        }
    }

    /// Decimals that an amount of this currency is rounded to: those of ISO 4217 for money, 8 for
    /// coins.
    public int decimals() {
        if (WITHOUT_DECIMALS.contains(code)) {
            return 0;
        }
        return FIAT.contains(code) ? 2 : 8;
    }

    @Override
    public String toString() {
        return code;
    }
}
