package com.mathematricks.dashboard.store;

import org.jspecify.annotations.Nullable;

/// A request asked with a parameter that cannot be honoured.
public final class RefusedParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final String field;
    private final String value;
    private final String accepted;

    public RefusedParameterException(String field, String value, String accepted) {
        this(field, value, accepted, null);
    }

    public RefusedParameterException(
            String field, String value, String accepted, @Nullable Throwable cause) {
        super(field + " '" + shortened(value) + "' is refused; accepted: " + accepted, cause);
        this.field = field;
        this.value = shortened(value);
        this.accepted = accepted;
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String accepted() {
        return accepted;
    }
}
