package com.mathematricks.dashboard.activity;

import com.mathematricks.dashboard.frame.Numbers;
import com.mathematricks.dashboard.ledger.Amount;
import com.mathematricks.dashboard.ledger.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One change of a journal entry in words. The engine's records are read as plain maps, so that an
/// entry of a newer engine is shown as far as it is understood, and never breaks the page.
final class ChangeWords {

    private ChangeWords() {}

    static String of(Map<?, ?> change) {
        return switch (text(change, "type")) {
            case "EngineStarted" -> "The engine started, version " + text(change, "version") + ".";
            case "Decided" -> decided(map(change, "decision"));
            case "FlattenedByTime" ->
                    "%s was closed by its time of %s."
                            .formatted(text(change, "strategy"), text(change, "day"));
            case "CheckedAtOpen" -> checkedAtOpen(change);
            case "OrderPut" -> order(map(change, "order"));
            case "FillAdded" -> fill(map(change, "fill"));
            case "PositionPut" -> position(map(change, "position"));
            case "CashMoved" ->
                    "%s of %s: %s."
                            .formatted(
                                    money(change.get("amount")),
                                    account(change),
                                    text(change, "reason"));
            case "StatePut" -> state(map(change, "state"));
            case "CommandDone" -> command(map(change, "command"), map(change, "outcome"));
            case "DayClosed" -> day(map(change, "day"));
            case "BaselinePut" -> baseline(map(change, "baseline"));
            case "BaselineDropped" ->
                    "The %s of %s is not limited any more."
                            .formatted(Words.of(text(change, "rule")), text(change, "scope"));
            case "Noted" -> text(change, "text");
            // Said by the others already.
            case "BalancePut", "InstrumentUsed" -> "";
            default -> Words.of(text(change, "type"));
        };
    }

    private static String decided(Map<?, ?> decision) {
        return "Signal %s of %s: %s. %s"
                .formatted(
                        text(decision, "signalId"),
                        text(decision, "strategy"),
                        Words.of(text(decision, "outcome")),
                        text(decision, "reason"));
    }

    private static String checkedAtOpen(Map<?, ?> change) {
        return joined(
                "At the open, what signal",
                text(change, "signal"),
                Boolean.TRUE.equals(change.get("passed"))
                        ? "waited to open passed every check."
                        : "waited to open was denied: " + text(change, "reason") + ".");
    }

    private static String order(Map<?, ?> order) {
        Map<?, ?> terms = map(order, "terms");
        Map<?, ?> progress = map(order, "progress");
        return joined(
                        "Order",
                        text(order, "id"),
                        "("
                                + joined(
                                        text(terms, "side"),
                                        number(terms.get("quantity")),
                                        text(terms, "instrument") + ",",
                                        text(terms, "type"))
                                + ")",
                        "is",
                        text(progress, "status"),
                        reason(text(progress, "reason")))
                + ".";
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : "(" + reason + ")";
    }

    private static String fill(Map<?, ?> fill) {
        return joined(
                        text(fill, "side"),
                        number(fill.get("quantity")),
                        text(fill, "instrument"),
                        "at",
                        number(fill.get("price")),
                        "for",
                        text(fill, "strategy") + ", fee",
                        money(fill.get("fee")))
                + ".";
    }

    private static String position(Map<?, ?> position) {
        Map<?, ?> key = map(position, "key");
        String instrument = text(key.isEmpty() ? position : key, "instrument");
        String strategy = text(key.isEmpty() ? position : key, "strategy");
        return joined(strategy, "now holds", number(position.get("quantity")), instrument) + ".";
    }

    private static String state(Map<?, ?> state) {
        return "Trading of %s is %s: %s."
                .formatted(text(state, "scope"), text(state, "state"), text(state, "cause"));
    }

    private static String command(Map<?, ?> command, Map<?, ?> outcome) {
        return joined(
                text(command, "by"),
                "asked to",
                text(command, "action").toLowerCase(Locale.ROOT).replace('_', ' '),
                text(command, "scope"),
                text(command, "instrument"),
                text(command, "order") + ":",
                text(outcome, "text"));
    }

    private static String day(Map<?, ?> day) {
        return "%s closed its day %s: P&L %s, worth %s."
                .formatted(
                        Words.of(text(day, "scope")),
                        text(day, "date"),
                        money(day.get("pnl")),
                        money(day.get("equity")));
    }

    private static String baseline(Map<?, ?> baseline) {
        return "The %s of %s is counted from %s."
                .formatted(
                        Words.of(text(baseline, "rule")),
                        text(baseline, "scope"),
                        money(baseline.get("from")));
    }

    private static String account(Map<?, ?> change) {
        return text(change, "account");
    }

    /// An amount with its currency, however the record was written: as one, or as its parts.
    private static String money(@Nullable Object value) {
        return value instanceof Map<?, ?> parts && parts.get("amount") instanceof BigDecimal amount
                ? joined(new Amount(amount, null).text(), text(parts, "currency"))
                : number(value);
    }

    private static String number(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? Numbers.shown(number)
                : value == null ? "" : value.toString();
    }

    private static Map<?, ?> map(Map<?, ?> whole, String field) {
        return whole.get(field) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static String text(Map<?, ?> whole, String field) {
        Object value = whole.get(field);
        return value == null ? "" : value.toString();
    }

    private static String joined(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
