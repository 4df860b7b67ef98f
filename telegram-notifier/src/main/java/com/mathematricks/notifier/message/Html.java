package com.mathematricks.notifier.message;

import java.util.regex.Pattern;

/// Text in Telegram's HTML. Whatever came from outside passes through `escaped`, so that it can
/// neither make tags nor a line of its own that looks like one of ours.
public final class Html {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /// Control characters, and the invisible ones that turn the direction of what follows.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private Html() {}

    public static String escaped(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public static String bold(String text) {
        return "<b>" + escaped(text) + "</b>";
    }

    /// As a person sees it. Telegram's limits count these characters, not those of the tags.
    public static String plain(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /// In UTF-16 units, as Telegram counts.
    public static int length(String html) {
        return plain(html).length();
    }
}
