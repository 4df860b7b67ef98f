package com.mathematricks.notifier.delivery;

import com.mathematricks.notifier.message.Html;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.notifier.outbox.Notification;
import java.util.List;
import java.util.stream.Collectors;

/// What goes out as one message of Telegram's: several that wait together, one after another.
record Batch(List<Notification> parts) {

    /// Telegram shows the tags of 100 parts at most; each of ours has one.
    static final int MOST = 30;

    private static final String BETWEEN = "\n\n";

    Batch {
        parts = List.copyOf(parts);
    }

    /// As many of the first as fit. One with a picture goes alone.
    static Batch of(List<Notification> waiting, int most) {
        int count = 0;
        int length = 0;
        for (Notification next : waiting) {
            int longer = length + Html.length(next.text()) + (count == 0 ? 0 : BETWEEN.length());
            boolean fits = longer <= Text.MOST && next.picture() == null;
            if (count > 0 && (!fits || count >= most)) {
                break;
            }
            count++;
            length = longer;
            if (next.picture() != null) {
                break;
            }
        }
        return new Batch(waiting.subList(0, count));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    String html() {
        return parts.stream().map(Notification::text).collect(Collectors.joining(BETWEEN));
    }

    /// Silent where nothing in it should be heard.
    boolean silent() {
        return parts.stream().allMatch(Notification::silent);
    }
}
