package com.mathematricks.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.mathematricks.model.money.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One limit as it was set: a number above zero, or `none`, which turns the default off.
public record Limit(@Nullable BigDecimal number) {

    public static final Limit NONE = new Limit(null);

    public Limit {
        if (number != null) {
            number = Decimals.normalised(number);
            if (number.signum() <= 0) {
                throw new IllegalArgumentException("limit " + number + ": must be above 0");
            }
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Limit of(String word) {
        return word.equals("none") ? NONE : new Limit(new BigDecimal(word));
    }

    @JsonValue
    public String word() {
        return number == null ? "none" : Decimals.plain(number);
    }
}
