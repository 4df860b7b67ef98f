package com.mathematricks.collector.format;

/// Carries the first field error out of a parser. An exception, because any of a hundred reads may
/// end a parse; it never leaves `SignalReader`, whose answer is a value.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient FieldError error;

    Refusal(FieldError error) {
        super(error.text(), null, false, false);
        this.error = error;
    }

    static Refusal missing(String field, String accepted) {
        return new Refusal(FieldError.missing(field, accepted));
    }

    static Refusal wrong(String field, String value, String accepted, String cure) {
        return new Refusal(FieldError.wrong(field, value, accepted, cure));
    }

    FieldError error() {
        return error;
    }
}
