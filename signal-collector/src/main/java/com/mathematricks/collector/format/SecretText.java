package com.mathematricks.collector.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks key=value text and JSON that is not well formed: what follows a secret's name and a colon
/// or equals sign, up to where the value can no longer go on, else to the end of the text.
final class SecretText {

    static final String WORDS = "passphrase|secret|token|password|api[_-]?key";

    private static final String QUOTES = "\"'“”„‘’";
    private static final Pattern KEY =
            Pattern.compile(
                    "(?:"
                            + WORDS
                            + ")\\s*+(?:\\\\*+["
                            + QUOTES
                            + "]\\s*+([:=]?)|([:=]))[:=>]*+\\s*+",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PAIR_END = Pattern.compile("[;\\n\\r]");
    private static final Pattern JSON_END =
            Pattern.compile("[;\\n\\r}\\]]|,(?=\\s*[" + QUOTES + "}])");
    private static final Pattern CURLY = Pattern.compile("[“”„\"]");
    private static final Pattern SINGLE_CURLY = Pattern.compile("[‘’']");

    private SecretText() {}

    static String mask(String text) {
        var masked = new StringBuilder(text.length());
        Matcher key = KEY.matcher(text);
        int done = 0;
        while (done < text.length() && key.find(done)) {
            int quote = opening(text, key.end());
            int start = quote < 0 ? key.end() : quote + 1;
            int end = quote < 0 ? bareEnd(text, key) : quotedEnd(text, key.end(), quote);
            masked.append(text, done, start).append(end > start ? SecretMask.MASK : "");
            done = end;
        }
        return masked.append(text, done, text.length()).toString();
    }

    /// Where the value's opening quote is, behind backslashes perhaps, or -1.
    private static int opening(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        return at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0 ? at : -1;
    }

    private static int bareEnd(String text, Matcher key) {
        if (key.end() < text.length() && "{[".indexOf(text.charAt(key.end())) >= 0) {
            return text.length();
        }
        boolean pair = "=".equals(key.group(1)) || "=".equals(key.group(2));
        Matcher end = (pair ? PAIR_END : JSON_END).matcher(text);
        return end.find(key.end()) ? end.start() : text.length();
    }

    private static int quotedEnd(String text, int from, int quote) {
        char opening = text.charAt(quote);
        if ("“”„‘’".indexOf(opening) >= 0) {
            Matcher end = ("“”„".indexOf(opening) >= 0 ? CURLY : SINGLE_CURLY).matcher(text);
            return end.find(quote + 1) ? end.start() : text.length();
        }
        int depth = quote - from;
        for (int at = quote + 1; at < text.length(); at++) {
            if (text.charAt(at) == opening && closes(backslashesBefore(text, at), depth)) {
                return depth == 0 ? at : at - backslashesBefore(text, at);
            }
        }
        return text.length();
    }

    /// Backslashes before a quote that opened behind `depth` of them: more belong to the value.
    private static boolean closes(int backslashes, int depth) {
        return depth == 0 ? backslashes % 2 == 0 : backslashes <= depth;
    }

    private static int backslashesBefore(String text, int at) {
        int count = 0;
        while (at - count > 0 && text.charAt(at - count - 1) == '\\') {
            count++;
        }
        return count;
    }
}
