package com.mathematricks.engine.intake;

/// A posted price that can never be taken, with what is wrong in it.
final class RefusedPriceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String value;
    private final String accepted;

    RefusedPriceException(String field, String value, String accepted) {
        super("%s: '%s' is refused; accepted: %s".formatted(field, value, accepted));
        this.field = field;
        this.value = value;
        this.accepted = accepted;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    String accepted() {
        return accepted;
    }
}
