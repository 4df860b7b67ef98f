package com.mathematricks.standalone.command;

import com.mathematricks.service.json.Json;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Sends one signal to the webhook and tells what became of it.
final class SignalCommand {

    private static final int ACCEPTED = 202;
    private static final int NOT_TRADED = 1;
    private static final int POLL_MILLIS = 100;
    private static final int DEFAULT_WAIT_SECONDS = 10;

    private final InputStream in;
    private final PrintStream out;

    SignalCommand(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /// 0 where the signal was approved, all or in part.
    int execute(List<String> words) {
        Set<String> known = new HashSet<>(SignalMessage.flags());
        known.addAll(Set.of("data", "file", "strategy", "wait"));
        Flags flags = Flags.parse(words, known, Set.of());
        var api = new ReadApi(CommandFolder.credentials(flags));
        HttpResponse<byte[]> answer = api.post(CommandFolder.webhookKey(flags), message(flags));
        JsonNode body = json(answer.body());
        if (answer.statusCode() != ACCEPTED) {
            out.printf(
                    "Not accepted (%d): %s%n",
                    answer.statusCode(),
                    body.path("detail")
                            .asString(new String(answer.body(), StandardCharsets.UTF_8)));
            return NOT_TRADED;
        }
        if (body.path("type").asString("").equals("price")) {
            out.println("The price was taken.");
            return 0;
        }
        Outcome outcome = await(api, body, seconds(flags));
        out.print(outcome.text());
        return outcome.isApproved() ? 0 : NOT_TRADED;
    }

    private byte[] message(Flags flags) {
        Optional<String> file = flags.value("file");
        if (SignalMessage.isIn(flags)) {
            if (file.isPresent() || !flags.others().isEmpty()) {
                throw CommandFailedException.wrongUsage(
                        "a signal comes from flags, from --file or from standard input: choose one");
            }
            return SignalMessage.of(flags);
        }
        try {
            return file.isPresent() ? Files.readAllBytes(Path.of(file.get())) : in.readAllBytes();
        } catch (IOException e) {
            throw CommandFailedException.because(
                    "cannot read %s (%s)"
                            .formatted(
                                    file.orElse("standard input"), e.getClass().getSimpleName()));
        }
    }

    /// Until the signal is decided and nothing has moved between two looks, or the time is over.
    private static Outcome await(ReadApi api, JsonNode accepted, int seconds) {
        String id = accepted.path("key").asString(accepted.path("id").asString(""));
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var before = new Outcome(id, NullNode.getInstance());
        while (true) {
            var outcome = new Outcome(id, api.signal(id).orElse(NullNode.getInstance()));
            if ((outcome.isSettled() && outcome.equals(before)) || System.nanoTime() > end) {
                return outcome;
            }
            before = outcome;
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return outcome;
            }
        }
    }

    private static int seconds(Flags flags) {
        try {
            return Math.max(
                    0, flags.value("wait").map(Integer::parseInt).orElse(DEFAULT_WAIT_SECONDS));
        } catch (NumberFormatException _) {
            throw CommandFailedException.wrongUsage("--wait takes a number of seconds");
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException _) {
            return NullNode.getInstance();
        }
    }
}
