package com.mathematricks.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Our name of an account at a broker.
public record AccountId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "account '"
                            + value
                            + "': 1 to 32 letters, digits, dots, dashes or underscores, the first a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
