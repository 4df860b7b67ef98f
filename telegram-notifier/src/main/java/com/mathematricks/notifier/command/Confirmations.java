package com.mathematricks.notifier.command;

import com.mathematricks.notifier.command.Request.Confirmable;
import com.mathematricks.notifier.telegram.Button;
import com.mathematricks.notifier.telegram.Update.Pressed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Questions that wait for a button. Each button works once, for who asked, and not for long; after
/// a restart none of them works.
final class Confirmations {

    static final Duration VALID = Duration.ofSeconds(60);

    private static final int REMEMBERED = 100;
    private static final String YES = "yes:";
    private static final String NO = "no:";

    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Pending> pending =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Pending(Confirmable request, long chat, long user, Instant until) {}

    sealed interface Answer {

        /// @param id unique, and the same however often the press is delivered
        record Confirmed(String id, Confirmable request) implements Answer {}

        record Declined() implements Answer {}

        record Expired() implements Answer {}

        /// Pressed before, by somebody else, or from before a restart.
        record Unknown() implements Answer {}
    }

    Confirmations(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    List<Button> ask(Confirmable request, long chat, long user) {
        String id = HexFormat.of().toHexDigits(random.nextLong());
        pending.put(id, new Pending(request, chat, user, clock.instant().plus(VALID)));
        return List.of(new Button("Yes, do it", YES + id), new Button("No", NO + id));
    }

    Answer answer(Pressed pressed) {
        boolean yes = pressed.data().startsWith(YES);
        String id =
                pressed.data()
                        .substring(
                                yes
                                        ? YES.length()
                                        : Math.min(NO.length(), pressed.data().length()));
        Pending known = pending.get(id);
        if (known == null
                || known.chat != pressed.sender().chat()
                || known.user != pressed.sender().user()) {
            return new Answer.Unknown();
        }
        pending.remove(id);
        if (!clock.instant().isBefore(known.until)) {
            return new Answer.Expired();
        }
        return yes ? new Answer.Confirmed(id, known.request) : new Answer.Declined();
    }
}
