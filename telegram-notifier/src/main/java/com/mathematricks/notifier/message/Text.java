package com.mathematricks.notifier.message;

import java.util.ArrayList;
import java.util.List;

/// A title and lines of plain words; Telegram's HTML is made of them in one place, here.
///
/// @param title the part that a locked phone shows
public record Text(String title, List<String> lines) {

    /// Characters that Telegram takes in one message.
    public static final int MOST = 4096;

    /// Below a picture.
    public static final int MOST_BELOW_PICTURE = 1024;

    private static final int LONGEST_LINE = 900;
    private static final String CUT = "…";

    public Text {
        lines = List.copyOf(lines);
    }

    public Text(String title, String... lines) {
        this(title, List.of(lines));
    }

    /// At most `most` characters: a line that is too long is cut, lines that do not fit are
    /// counted.
    public String html(int most) {
        int left = most - cut(title).length();
        int fitting = lines.size();
        if (length(lines) > left) {
            fitting = 0;
            left -= 1 + rest(lines.size()).length();
            while (length(lines.subList(0, fitting + 1)) <= left) {
                fitting++;
            }
        }
        var shown = new ArrayList<String>();
        shown.add(Html.bold(cut(title)));
        lines.subList(0, fitting).forEach(line -> shown.add(Html.escaped(cut(line))));
        if (fitting < lines.size()) {
            shown.add(rest(lines.size() - fitting));
        }
        return String.join("\n", shown);
    }

    /// With the break before each.
    private static int length(List<String> lines) {
        return lines.stream().mapToInt(line -> 1 + cut(line).length()).sum();
    }

    private static String rest(int lines) {
        return "%s and %d more".formatted(CUT, lines);
    }

    public String html() {
        return html(MOST);
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + CUT;
    }
}
