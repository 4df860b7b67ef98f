package com.mathematricks.notifier.command;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.notifier.command.Request.Confirmable;
import com.mathematricks.notifier.command.Request.Unclear;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.service.store.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Makes requests of what a person typed: names are looked up, so that a slip of the thumb is
/// noticed before the question and not after it.
final class Requests {

    private static final String ALL = "all";

    private final Book book;

    Requests(Book book) {
        this.book = book;
    }

    /// @param words a strategy, `account NAME`, or nothing for all
    Request ofScope(ControlAction action, String words) {
        Optional<String> found = scope(words);
        if (found.isEmpty()) {
            return unknown(words);
        }
        String scope = found.get();
        var lines = new ArrayList<String>();
        lines.add(effect(action));
        List<Document> positions = positions(scope);
        if (action == ControlAction.FLATTEN && positions.isEmpty()) {
            lines.add("No position of it is open.");
        }
        positions.forEach(position ->
                lines.add(
                        "%s: %s"
                                .formatted(
                                        position.getString("strategy"), Answers.held(position))));
        return new Confirmable(
                action, scope, null, null, new Text(title(action, named(scope)), lines));
    }

    /// @param words a strategy and an instrument, or an instrument that only one strategy holds
    Request close(String words) {
        List<Document> held =
                book.positions().stream().filter(position -> names(words, position)).toList();
        if (held.size() != 1) {
            var lines = new ArrayList<String>();
            book.positions()
                    .forEach(position ->
                            lines.add(
                                    "/close %s %s"
                                            .formatted(
                                                    position.getString("strategy"),
                                                    position.getString("instrument"))));
            return new Unclear(
                    lines.isEmpty()
                            ? new Text("No position is open")
                            : new Text("Which position?", lines));
        }
        Document position = held.getFirst();
        return new Confirmable(
                ControlAction.CLOSE,
                "strategy " + position.getString("strategy"),
                new InstrumentId(position.getString("instrument")),
                null,
                new Text(
                        "Close a position?",
                        effect(ControlAction.CLOSE),
                        "%s: %s"
                                .formatted(
                                        position.getString("strategy"), Answers.held(position))));
    }

    private static boolean names(String words, Document position) {
        String instrument = position.getString("instrument");
        return words.equalsIgnoreCase(instrument)
                || words.equalsIgnoreCase(position.getString("strategy") + " " + instrument);
    }

    /// @param id of the order
    Request cancel(String id) {
        Optional<Document> order = id.isEmpty() ? Optional.empty() : book.order(id);
        if (order.isEmpty() || !Book.isWorking(order.get())) {
            List<String> working =
                    book.workingOrders().stream()
                            .map(one ->
                                    "/cancel %s (%s)"
                                            .formatted(one.getString("_id"), Answers.order(one)))
                            .toList();
            return new Unclear(
                    working.isEmpty()
                            ? new Text("No order is working")
                            : new Text("Which order?", working));
        }
        return new Confirmable(
                ControlAction.CANCEL,
                "strategy " + order.get().getString("strategy"),
                null,
                new ClientOrderId(id),
                new Text(
                        "Cancel an order?",
                        effect(ControlAction.CANCEL),
                        Answers.order(order.get())));
    }

    private Optional<String> scope(String words) {
        if (words.isEmpty() || words.equalsIgnoreCase(ALL)) {
            return Optional.of(ALL);
        }
        return named(Collections.STRATEGIES, words)
                .map(name -> "strategy " + name)
                .or(() ->
                        words.startsWith("account ")
                                ? named(Collections.ACCOUNTS, words.substring("account ".length()))
                                        .map(name -> "account " + name)
                                : Optional.empty());
    }

    /// Exactly, or else the only one that differs in capital letters alone.
    private Optional<String> named(String collection, String words) {
        List<String> alike =
                book.all(collection).stream()
                        .map(one -> one.getString("_id"))
                        .filter(words::equalsIgnoreCase)
                        .toList();
        return alike.contains(words)
                ? Optional.of(words)
                : alike.stream().findFirst().filter(_ -> alike.size() == 1);
    }

    private Unclear unknown(String words) {
        var lines = new ArrayList<String>();
        lines.add("Leave the name away for all, or write one of these:");
        book.strategies().forEach(strategy -> lines.add(strategy.getString("_id")));
        book.all(Collections.ACCOUNTS)
                .forEach(account -> lines.add("account " + account.getString("_id")));
        return new Unclear(new Text("There is no strategy " + words, lines));
    }

    private List<Document> positions(String scope) {
        return book.positions().stream()
                .filter(position ->
                        scope.equals(ALL)
                                || scope.equals("strategy " + position.getString("strategy"))
                                || scope.equals("account " + position.getString("account")))
                .toList();
    }

    private static String named(String scope) {
        return scope.equals(ALL) ? "everything" : scope;
    }

    private static String title(ControlAction action, String what) {
        return switch (action) {
            case PAUSE -> "Pause %s?".formatted(what);
            case RESUME -> "Resume %s?".formatted(what);
            case REDUCE -> "Only reduce, for %s?".formatted(what);
            case HALT -> "Halt %s?".formatted(what);
            case FLATTEN -> "Flatten %s?".formatted(what);
            case CLOSE, CANCEL, ACCEPT -> "%s %s?".formatted(action, what);
        };
    }

    private static String effect(ControlAction action) {
        return switch (action) {
            case PAUSE -> "Nothing new is opened; exits and protective orders go on.";
            case RESUME -> "Trading is active again, whatever stopped it.";
            case REDUCE ->
                    "Only orders that shrink a position; working orders that enlarge one are cancelled, protective ones stay.";
            case HALT -> "Nothing leaves any more, no exit either, but a flatten by command.";
            case FLATTEN -> "All its orders are cancelled and all its positions closed at market.";
            case CLOSE -> "Its orders are cancelled and it is closed at market.";
            case CANCEL -> "This order is cancelled at the broker.";
            case ACCEPT -> "The broker's side of a position that differs is taken.";
        };
    }
}
