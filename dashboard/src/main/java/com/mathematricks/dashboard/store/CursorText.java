package com.mathematricks.dashboard.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A place in a list as an opaque word: the kind of order and the place, so that the cursor of one
/// list is not taken for that of another.
final class CursorText {

    private static final String ACCEPTED = "the `next` of the page before, of the same list";

    private CursorText() {}

    static String of(String kind, String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + ":" + place).getBytes(StandardCharsets.UTF_8));
    }

    static String read(String cursor, String kind) {
        try {
            byte[] plain = Base64.getUrlDecoder().decode(cursor);
            String text = new String(plain, StandardCharsets.UTF_8);
            if (text.startsWith(kind + ":")) {
                return text.substring(kind.length() + 1);
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedParameterException("cursor", cursor, ACCEPTED, e);
        }
        throw new RefusedParameterException("cursor", cursor, ACCEPTED);
    }

    static long number(String cursor, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new RefusedParameterException("cursor", cursor, ACCEPTED, e);
        }
    }
}
