package com.mathematricks.dashboard.signals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/// What its owner can do with a signal that was not traded.
@Component("signalActions")
public final class SignalActions {

    /// The limit behind a code of a denial, and the compared number that it would have to reach.
    private static final Map<String, Raise> RAISES =
            Map.ofEntries(
                    raise("ORDER_QUANTITY", "max_order_quantity", "quantity"),
                    raise("ORDER_NOTIONAL", "max_order_notional", "notional"),
                    raise("PRICE_COLLAR", "price_collar_percent", "distance percent"),
                    raise("POSITION_LIMIT", "max_position_percent", ""),
                    raise("BROKER_ALLOCATION", "max_broker_allocation_percent", ""),
                    raise("OPEN_POSITIONS", "max_open_positions", "after"),
                    raise("ORDER_RATE", "max_orders_per_minute", "orders"),
                    raise("STRATEGY_CAPITAL", "leverage", ""),
                    raise("GROSS_LEVERAGE", "max_gross_leverage", ""),
                    raise("NET_EXPOSURE", "max_net_exposure_percent", ""),
                    raise("BUYING_POWER", "leverage", ""),
                    raise("MARGIN", "leverage", ""));

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private record Raise(String limit, String number) {}

    private static Map.Entry<String, Raise> raise(String code, String limit, String number) {
        return Map.entry(code, new Raise(limit, number));
    }

    /// @param words on the button
    /// @param why beside it
    public record Action(String words, String why, String path) {}

    public List<Action> of(SignalStory story) {
        String again = "/again?key=" + UriUtils.encode(story.handle(), "UTF-8");
        Decision decision = story.decision();
        if (decision != null) {
            return "DENIED".equals(decision.outcome()) || "PARTLY".equals(decision.outcome())
                    ? ofDenied(story, decision, again)
                    : List.of();
        }
        return switch (String.valueOf(story.status())) {
            case "REFUSED" ->
                    List.of(
                            new Action(
                                    "Mend and send again",
                                    "Correct the message and send it as a new signal.",
                                    again));
            case "REPEAT" ->
                    List.of(
                            new Action(
                                    "Trade it anyway",
                                    "It was taken for a repeat. If it was meant, send it as a new signal.",
                                    again));
            case "RESTORED" ->
                    List.of(
                            new Action(
                                    "Trade it all the same",
                                    "Look at the broker first: after the backup was taken it may have been traded already, which is unknown here. It is sent as a new signal of now.",
                                    again));
            case "PARKED", "SEEN_BEFORE_START", "OTHER_ENVIRONMENT" ->
                    List.of(
                            new Action(
                                    "Send again",
                                    "It was never decided. Send it as a new signal of now.",
                                    again));
            default -> List.of();
        };
    }

    private static List<Action> ofDenied(SignalStory story, Decision decision, String again) {
        Action send =
                new Action(
                        "Send again", "As a new signal of now, judged by what holds now.", again);
        Raise raise = RAISES.get(String.valueOf(decision.code()));
        if (raise == null || story.strategy() == null) {
            return "DENIED".equals(decision.outcome()) ? List.of(send) : List.of();
        }
        String edit =
                "/strategies/"
                        + UriUtils.encodePathSegment(story.strategy(), "UTF-8")
                        + "/edit?raise="
                        + raise.limit()
                        + needed(decision, raise)
                                .map(number -> "&to=" + UriUtils.encode(number, "UTF-8"))
                                .orElse("")
                        + "&again="
                        + UriUtils.encode(story.handle(), "UTF-8");
        Action change =
                new Action(
                        "Raise " + raise.limit(),
                        "Change the strategy's own limit, then send the signal again. Where the account's limit, or the one over all, is the stricter one, it goes on to hold.",
                        edit);
        return "DENIED".equals(decision.outcome()) ? List.of(change, send) : List.of(change);
    }

    private static Optional<String> needed(Decision decision, Raise raise) {
        @Nullable String number =
                decision.checks().stream()
                        .filter(check -> !check.passed())
                        .filter(check -> String.valueOf(decision.code()).equals(check.code()))
                        .map(check -> check.numbers().get(raise.number()))
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse(null);
        if (number == null) {
            return Optional.empty();
        }
        Matcher plain = NUMBER.matcher(number);
        return plain.find() ? Optional.of(plain.group()) : Optional.empty();
    }
}
