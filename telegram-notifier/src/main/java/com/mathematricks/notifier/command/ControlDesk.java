package com.mathematricks.notifier.command;

import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.notifier.command.Request.Confirmable;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.notifier.telegram.Pause;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Gives the engine a command through `control_commands` and tells what it answered.
final class ControlDesk {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /// So long the chat waits for the answer; then it is told that the engine did not answer yet.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// The engine does not execute a command older than five minutes.
    private static final Duration GIVEN_UP = Duration.ofMinutes(6);

    private final MongoCollection<Document> commands;
    private final Replies replies;
    private final Clock clock;
    private final Pause pause;
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(String id, String title, long chat, int message, Instant since) {}

    ControlDesk(MongoDatabase store, Replies replies, Clock clock, Pause pause) {
        this.commands = store.getCollection(Collections.CONTROL_COMMANDS);
        this.replies = replies;
        this.clock = clock;
        this.pause = pause;
    }

    /// @param id unique
    /// @param message the question, which becomes the answer
    void execute(String id, Confirmable request, String by, long chat, int message)
            throws InterruptedException {
        var command =
                new ControlCommand(
                        "telegram-" + id,
                        request.action(),
                        request.scope(),
                        request.instrument(),
                        request.order(),
                        "telegram " + by,
                        clock.instant(),
                        null);
        commands.insertOne(document(command));
        String title = "%s %s".formatted(request.action(), target(request));
        var asked = new Waiting(command.id(), title, chat, message, clock.instant());
        Instant until = asked.since.plus(PATIENCE);
        while (clock.instant().isBefore(until)) {
            if (told(asked)) {
                return;
            }
            pause.pause(BETWEEN_LOOKS);
        }
        if (!told(asked)) {
            waiting.add(asked);
            replies.change(
                    chat,
                    message,
                    new Text(
                            title + ": waiting",
                            "The engine has not answered yet. It has the command, and drops it if it cannot execute it within five minutes."));
        }
    }

    private static Document document(ControlCommand command) {
        Document fields = Documents.of(command);
        var document = new Document("_id", command.id());
        document.putAll(fields);
        return document.append("open", true);
    }

    private static String target(Confirmable request) {
        if (request.order() != null) {
            return request.order().toString();
        }
        return request.scope() + (request.instrument() == null ? "" : " " + request.instrument());
    }

    /// Whether commands wait whose outcome nobody was told yet.
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /// Tells what came in the meantime.
    void look() throws InterruptedException {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting one = all.next();
            if (told(one)) {
                all.remove();
            } else if (clock.instant().isAfter(one.since.plus(GIVEN_UP))) {
                all.remove();
                replies.change(
                        one.chat,
                        one.message,
                        new Text(
                                one.title + ": no answer",
                                "The engine did not answer. Look at /status and at what is held before you ask again."));
            }
        }
    }

    private boolean told(Waiting asked) throws InterruptedException {
        Optional<ControlOutcome> outcome = outcome(asked.id);
        if (outcome.isEmpty()) {
            return false;
        }
        var lines = new ArrayList<String>();
        lines.add(outcome.get().text());
        lines.addAll(outcome.get().details());
        replies.change(
                asked.chat,
                asked.message,
                new Text("%s: %s".formatted(asked.title, outcome.get().status()), lines));
        return true;
    }

    private Optional<ControlOutcome> outcome(String id) {
        return Optional.ofNullable(commands.find(Filters.eq("_id", id)).first())
                .map(command -> command.get("outcome", Document.class))
                .map(outcome -> Documents.read(outcome, ControlOutcome.class));
    }
}
