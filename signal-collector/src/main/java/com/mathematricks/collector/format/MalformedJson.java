package com.mathematricks.collector.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/// Finds what a person really got wrong where JSON cannot be parsed.
final class MalformedJson {

    private static final String ACCEPTED = "well-formed JSON";
    private static final Pattern CURLY_QUOTE = Pattern.compile("[“”„‘’]");
    private static final Pattern TRAILING_COMMA = Pattern.compile(",\\s*+(?=[}\\]])");
    private static final Pattern COMMA_NUMBER =
            Pattern.compile(":\\s*+(-?\\d{1,3}(?:,\\d{3})++)\\b");
    private static final Pattern NOT_A_NUMBER =
            Pattern.compile(":\\s*+(na|nan|none|undefined|inf)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE_QUOTE = Pattern.compile("[{,:]\\s*+'");
    private static final Pattern KEY = Pattern.compile("[\"“”']([^\"“”'\\n]{1,60})[\"“”']\\s*+:");

    private MalformedJson() {}

    static FieldError explain(String body, JacksonException cause) {
        if (cause instanceof StreamConstraintsException) {
            return FieldError.wrong(
                    "body",
                    body,
                    "JSON of at most " + JsonTree.MAX_DEPTH + " levels",
                    "send the signal without the objects nested around it");
        }
        String skeleton = skeleton(body);
        FieldError placeholder = Placeholders.unreplaced(skeleton, at -> fieldBefore(body, at));
        if (placeholder != null) {
            return placeholder;
        }
        FieldError known = knownFault(body, skeleton);
        return known != null ? known : unknownFault(body, cause);
    }

    private static @Nullable FieldError knownFault(String body, String skeleton) {
        Matcher curly = CURLY_QUOTE.matcher(skeleton);
        if (curly.find()) {
            return FieldError.wrong(
                    "body",
                    around(body, curly.start()),
                    ACCEPTED,
                    "replace the curly quotes by straight ones (\"), as an editor for plain text writes them");
        }
        Matcher number = COMMA_NUMBER.matcher(skeleton);
        if (number.find()) {
            return FieldError.wrong(
                    fieldBefore(body, number.start(1)),
                    number.group(1),
                    Numbers.ACCEPTED,
                    Numbers.COMMA_CURE);
        }
        Matcher word = NOT_A_NUMBER.matcher(skeleton);
        if (word.find()) {
            return FieldError.wrong(
                    fieldBefore(body, word.start(1)),
                    word.group(1),
                    Numbers.ACCEPTED,
                    Numbers.NAN_CURE);
        }
        Matcher comma = TRAILING_COMMA.matcher(skeleton);
        if (comma.find()) {
            return FieldError.wrong(
                    "body",
                    around(body, comma.start()),
                    ACCEPTED,
                    "leave out the comma before the closing bracket");
        }
        Matcher single = SINGLE_QUOTE.matcher(skeleton);
        return single.find()
                ? FieldError.wrong(
                        "body",
                        around(body, single.end() - 1),
                        ACCEPTED,
                        "put names and texts in double quotes (\")")
                : null;
    }

    private static FieldError unknownFault(String body, JacksonException cause) {
        var location = cause.getLocation();
        int at = location == null ? 0 : Math.clamp(location.getCharOffset(), 0, body.length());
        return FieldError.wrong(
                "body",
                around(body, at),
                ACCEPTED,
                at >= body.length()
                        ? "the message ends before its last bracket, so add what is missing"
                        : "check the quotes, commas and brackets around character " + (at + 1));
    }

    /// The body with the contents of all strings blanked: only structure is left, at its place.
    private static String skeleton(String body) {
        var skeleton = new StringBuilder(body);
        boolean inString = false;
        for (int at = 0; at < body.length(); at++) {
            char c = body.charAt(at);
            if (inString && c == '\\' && at + 1 < body.length()) {
                skeleton.setCharAt(at, ' ');
                skeleton.setCharAt(++at, ' ');
            } else if (c == '"') {
                inString = !inString;
            } else if (inString) {
                skeleton.setCharAt(at, ' ');
            }
        }
        return skeleton.toString();
    }

    /// The last name before a place, `body` where there is none.
    private static String fieldBefore(String body, int at) {
        Matcher key = KEY.matcher(body).region(0, at);
        String field = "body";
        while (key.find()) {
            field = key.group(1);
        }
        return field;
    }

    private static String around(String body, int at) {
        return SecretMask.mask(body.substring(0, Math.min(body.length(), at + 30)))
                .transform(text -> text.substring(Math.max(0, text.length() - 60)));
    }
}
