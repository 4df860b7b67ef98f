package com.mathematricks.notifier.command;

import com.mathematricks.notifier.message.Loudness;
import com.mathematricks.notifier.message.MessageKind;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.notifier.outbox.Chats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The commands that only ask, or change what this chat gets.
final class Questions {

    private static final Text HELP =
            new Text(
                    "Commands",
                    "/status services, trading states, what is open",
                    "/balance accounts",
                    "/positions what is held",
                    "/orders what works",
                    "/signals the latest ones",
                    "/why ID why a signal was traded or not",
                    "/pnl profit and loss of the last days",
                    "/strategies and their state",
                    "/pause NAME nothing new is opened",
                    "/resume NAME trading is active again",
                    "/reduce NAME only what shrinks positions",
                    "/halt NAME nothing leaves any more",
                    "/flatten NAME cancels all orders, closes all positions",
                    "/close NAME INSTRUMENT closes one position",
                    "/cancel ID cancels one order",
                    "/notify KIND loud|silent|off",
                    "NAME is a strategy, or account and its name; without one it means everything. What changes trading asks first.");

    private final Answers answers;
    private final Why why;
    private final Chats chats;

    Questions(Answers answers, Why why, Chats chats) {
        this.answers = answers;
        this.why = why;
        this.chats = chats;
    }

    Text answer(CommandLine line, long chat) {
        return switch (line.name()) {
            case "start", "help" -> HELP;
            case "status" -> answers.status();
            case "balance" -> answers.balance();
            case "positions" -> answers.positions();
            case "orders" -> answers.orders();
            case "signals" -> answers.signals();
            case "why" -> why.explain(line.rest());
            case "pnl" -> answers.pnl();
            case "strategies" -> answers.strategies();
            case "notify" -> notify(line.words(), chat);
            default -> new Text("There is no command /" + line.name(), "/help lists them.");
        };
    }

    private Text notify(List<String> words, long chat) {
        if (words.size() == 2) {
            Optional<MessageKind> kind = MessageKind.named(words.getFirst());
            Optional<Loudness> loudness = Loudness.named(words.getLast());
            if (kind.isPresent() && loudness.isPresent()) {
                chats.set(chat, kind.get(), loudness.get());
                return new Text(
                        "%s is %s from now on".formatted(kind.get().word(), loudness.get().word()));
            }
        }
        var lines = new ArrayList<String>();
        chats.loudness(chat)
                .forEach((kind, loudness) ->
                        lines.add(
                                "%s %s: %s".formatted(kind.sign(), kind.word(), loudness.word())));
        lines.add(
                "To change one: /notify KIND "
                        + Stream.of(Loudness.values())
                                .map(Loudness::word)
                                .collect(Collectors.joining("|")));
        return new Text("What this chat gets", lines);
    }
}
