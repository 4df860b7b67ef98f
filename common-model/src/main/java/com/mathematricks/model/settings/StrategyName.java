package com.mathematricks.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The name of a strategy, as its owner wrote it.
public record StrategyName(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StrategyName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "strategy name '"
                            + value
                            + "': 1 to 64 letters, digits, spaces, dots, dashes or underscores, the first a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
