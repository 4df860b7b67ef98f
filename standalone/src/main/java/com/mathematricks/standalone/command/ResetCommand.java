package com.mathematricks.standalone.command;

import com.mathematricks.standalone.folder.DataFolder;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Forgets all signals, orders and positions; settings and credentials stay.
final class ResetCommand {

    private final InputStream in;
    private final PrintStream out;

    ResetCommand(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    int execute(List<String> words) {
        Flags flags = Flags.parse(words, Set.of("data"), Set.of("yes"));
        flags.requireNothingElse();
        Path path = CommandFolder.path(flags);
        if (!Files.isDirectory(path.resolve("store"))) {
            out.printf("There is nothing to reset in %s.%n", path.toAbsolutePath().normalize());
            return 0;
        }
        try (DataFolder folder = DataFolder.open(path)) {
            if (!flags.has("yes") && !confirmed(folder.path())) {
                throw CommandFailedException.because("nothing was removed");
            }
            folder.removeStore();
            out.printf(
                    "Removed %s. The next ./trader run begins with an empty book.%n",
                    folder.store());
            return 0;
        }
    }

    private boolean confirmed(Path folder) {
        out.printf(
                "This removes all signals, orders, positions and the journal in %s for ever.%n"
                        + "Type yes to go on: ",
                folder);
        out.flush();
        try {
            String answer =
                    new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()))
                            .readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException _) {
            return false;
        }
    }
}
