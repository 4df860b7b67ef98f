package com.mathematricks.notifier.command;

import com.mathematricks.model.control.ControlAction;
import com.mathematricks.notifier.command.Confirmations.Answer;
import com.mathematricks.notifier.message.Text;
import com.mathematricks.notifier.telegram.Update;
import com.mathematricks.notifier.telegram.Update.Pressed;
import com.mathematricks.notifier.telegram.Update.Said;
import com.mathematricks.notifier.telegram.Update.Sender;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with what somebody wrote or pressed.
final class CommandDesk {

    /// An older message is not executed: it was meant for how things were then.
    static final Duration FRESH = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final Admission admission;
    private final Questions questions;
    private final Requests requests;
    private final Confirmations confirmations;
    private final ControlDesk control;
    private final Replies replies;
    private final LongConsumer heard;
    private final Clock clock;

    /// @param heard takes the id of each allowed chat that somebody wrote in
    CommandDesk(
            Admission admission,
            Questions questions,
            Requests requests,
            Confirmations confirmations,
            ControlDesk control,
            Replies replies,
            LongConsumer heard,
            Clock clock) {
        this.admission = admission;
        this.questions = questions;
        this.requests = requests;
        this.confirmations = confirmations;
        this.control = control;
        this.replies = replies;
        this.heard = heard;
        this.clock = clock;
    }

    /// @param afterOutage the update may have waited for us, whatever its time says
    void handle(Update update, boolean afterOutage, String username) throws InterruptedException {
        switch (update) {
            case Said said -> {
                if (admission.admits(said.sender())) {
                    heard.accept(said.sender().chat());
                    answer(said, afterOutage, username);
                }
            }
            case Pressed pressed -> {
                if (admission.admits(pressed.sender())) {
                    press(pressed);
                }
            }
            case Update.Other _ -> {}
        }
    }

    private void answer(Said said, boolean afterOutage, String username)
            throws InterruptedException {
        Sender sender = said.sender();
        Optional<CommandLine> line =
                CommandLine.parse(said.text()).filter(one -> one.isFor(username));
        if (line.isEmpty()) {
            if (sender.isPrivate()) {
                replies.say(sender.chat(), new Text("That is no command", "/help lists them."));
            }
            return;
        }
        Optional<Text> stale = stale(said, afterOutage);
        if (stale.isPresent()) {
            replies.say(sender.chat(), stale.get());
            return;
        }
        try {
            execute(line.get(), sender);
        } catch (MongoException e) {
            LOG.warn("Telegram: the store does not answer a command: {}", e.getMessage());
            replies.say(
                    sender.chat(),
                    new Text("The store does not answer", "Nothing was done. Try again."));
        }
    }

    private Optional<Text> stale(Said said, boolean afterOutage) {
        Duration age = Duration.between(said.at(), clock.instant());
        String what = said.text().strip();
        if (age.compareTo(FRESH) > 0) {
            return Optional.of(
                    new Text(
                            "Not executed: " + what,
                            "It was sent %s ago. Send it again if you still want it."
                                    .formatted(words(age))));
        }
        if (age.compareTo(FRESH.negated()) < 0) {
            return Optional.of(
                    new Text(
                            "Not executed: " + what,
                            "By this computer's clock it comes from the future: the clock is %s behind Telegram's."
                                    .formatted(words(age.negated()))));
        }
        if (afterOutage) {
            return Optional.of(
                    new Text(
                            "Not executed: " + what,
                            "Telegram could not be reached for a while, so it may be old. Send it again if you still want it."));
        }
        return Optional.empty();
    }

    private static String words(Duration age) {
        return age.toMinutes() < 120 ? age.toMinutes() + " minutes" : age.toHours() + " hours";
    }

    private void execute(CommandLine line, Sender sender) throws InterruptedException {
        String rest = line.rest();
        switch (line.name()) {
            case "pause" -> confirm(requests.ofScope(ControlAction.PAUSE, rest), sender);
            case "resume" -> confirm(requests.ofScope(ControlAction.RESUME, rest), sender);
            case "reduce" -> confirm(requests.ofScope(ControlAction.REDUCE, rest), sender);
            case "halt" -> confirm(requests.ofScope(ControlAction.HALT, rest), sender);
            case "flatten" -> confirm(requests.ofScope(ControlAction.FLATTEN, rest), sender);
            case "close" -> confirm(requests.close(rest), sender);
            case "cancel" -> confirm(requests.cancel(rest), sender);
            default -> replies.say(sender.chat(), questions.answer(line, sender.chat()));
        }
    }

    private void confirm(Request request, Sender sender) throws InterruptedException {
        switch (request) {
            case Request.Confirmable confirmable -> {
                var _ =
                        replies.say(
                                sender.chat(),
                                confirmable.question(),
                                confirmations.ask(confirmable, sender.chat(), sender.user()));
            }
            case Request.Unclear(Text answer) -> replies.say(sender.chat(), answer);
        }
    }

    private void press(Pressed pressed) throws InterruptedException {
        long chat = pressed.sender().chat();
        int message = pressed.message();
        switch (confirmations.answer(pressed)) {
            case Answer.Confirmed(String id, Request.Confirmable request) -> {
                replies.answerPress(pressed.press(), "Given to the engine");
                try {
                    control.execute(id, request, pressed.sender().name(), chat, message);
                } catch (MongoException e) {
                    LOG.warn("Telegram: a command was not stored: {}", e.getMessage());
                    replies.change(
                            chat,
                            message,
                            new Text(
                                    "The store does not answer",
                                    "Nobody knows whether the engine will do it. Look at /status before you ask again."));
                }
            }
            case Answer.Declined _ -> {
                replies.answerPress(pressed.press(), "Not done");
                replies.change(chat, message, new Text("Not done", "You said no."));
            }
            case Answer.Expired _ -> {
                replies.answerPress(pressed.press(), "Too late, nothing was done");
                replies.change(
                        chat,
                        message,
                        new Text(
                                "Too late, nothing was done",
                                "A question is valid for %d seconds. Send the command again."
                                        .formatted(Confirmations.VALID.toSeconds())));
            }
            case Answer.Unknown _ ->
                    replies.answerPress(
                            pressed.press(),
                            "This button does not work (any more). Send the command again.");
        }
    }

    /// Tells what the engine answered in the meantime.
    void look() throws InterruptedException {
        control.look();
    }

    boolean isWaiting() {
        return control.isWaiting();
    }
}
