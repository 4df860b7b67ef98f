package com.mathematricks.standalone.command;

import com.mathematricks.service.json.Json;
import com.mathematricks.standalone.terminal.Flags;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/// Shows how a running suite is, for a person or, as JSON, for a script.
final class StatusCommand {

    private final PrintStream out;

    StatusCommand(PrintStream out) {
        this.out = out;
    }

    int execute(List<String> words) {
        Flags flags = Flags.parse(words, Set.of("data"), Set.of("json"));
        flags.requireNothingElse();
        var status = Status.read(new ReadApi(CommandFolder.credentials(flags)));
        if (flags.has("json")) {
            out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            out.print(StatusText.of(status));
        }
        return 0;
    }
}
