package com.mathematricks.model.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Our key of an order, the same at every broker: at most 20 characters of `[A-Z0-9]`, because that
/// is what the narrowest broker accepts.
public record ClientOrderId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClientOrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("client order id '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
