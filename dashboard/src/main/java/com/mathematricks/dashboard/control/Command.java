package com.mathematricks.dashboard.control;

import com.mathematricks.model.control.ControlAction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A command that somebody thinks of giving.
///
/// @param scope `all`, `account NAME` or `strategy NAME`
/// @param instrument of the position to close
/// @param order of the order to cancel
public record Command(
        ControlAction action, String scope, @Nullable String instrument, @Nullable String order) {

    static final String ALL = "all";
    static final String ACCOUNT = "account ";
    static final String STRATEGY = "strategy ";

    boolean isIn(@Nullable String account, @Nullable String strategy) {
        return scope.equals(ALL)
                || scope.equals(ACCOUNT + account)
                || scope.equals(STRATEGY + strategy);
    }

    /// For example `all trading`, `the strategy demo`.
    public String of() {
        return scope.equals(ALL) ? "all trading" : "the " + scope;
    }

    public String title() {
        return switch (action) {
            case PAUSE -> "Pause " + of();
            case RESUME -> "Resume " + of();
            case REDUCE -> "Let %s only reduce".formatted(of());
            case HALT -> "Halt " + of();
            case FLATTEN -> scope.equals(ALL) ? "Flatten everything" : "Flatten %s".formatted(of());
            case CLOSE -> "Close %s of %s".formatted(instrument, of());
            case CANCEL -> "Cancel the order " + order;
            case ACCEPT -> "Take the broker's positions of " + of();
        };
    }

    /// What will be done, before it is.
    public String words() {
        return switch (action) {
            case PAUSE ->
                    "Nothing new is opened for %s. Working orders stay and may fill; exits and stops go on."
                            .formatted(of());
            case RESUME ->
                    "%s goes on, whatever stopped it. What is stopped more widely or more narrowly stays stopped."
                            .formatted(capital(of()));
            case REDUCE ->
                    "From now on only orders that shrink a position leave for %s. Working orders that would enlarge one are cancelled; exits and protective orders stay."
                            .formatted(of());
            case HALT ->
                    "Nothing leaves any more for %s, exits neither, but what a person flattens, closes or cancels. What the broker has stays there and may fill. No position is closed by this."
                            .formatted(of());
            case FLATTEN ->
                    "Every order%s is cancelled, protective ones too, and every position closed at the market's price, also while trading is halted. It does not stop trading: to stay flat, halt first."
                            .formatted(scope.equals(ALL) ? "" : " of " + of());
            case CLOSE ->
                    "Every order of %s in %s is cancelled, protective ones too, and the position closed at the market's price, also while it is halted."
                            .formatted(of(), instrument);
            case CANCEL ->
                    "The working order is cancelled. What of it is filled already stays filled.";
            case ACCEPT ->
                    "The broker is asked once more what it holds. Where its positions of %s differ from ours, the broker's are taken: the difference is booked to the strategy unassigned at the last known price, so that no money is won or lost by it. Nothing is sent. The account stays stopped until it is resumed; one that came back with a backup can be resumed only after this."
                            .formatted(of() + (instrument == null ? "" : " in " + instrument));
        };
    }

    /// It closes positions, or leaves them without care.
    public boolean isDangerous() {
        return switch (action) {
            case FLATTEN, CLOSE, HALT, ACCEPT -> true;
            case PAUSE, RESUME, REDUCE, CANCEL -> false;
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
