package com.mathematricks.standalone.command;

import com.mathematricks.standalone.credentials.Credentials;
import com.mathematricks.standalone.credentials.CredentialsFile;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.nio.file.Path;
import java.util.Optional;

/// The data folder that a command speaks of.
final class CommandFolder {

    private static final String FILE = "credentials";

    private CommandFolder() {}

    static Path path(Flags flags) {
        return Path.of(flags.value("data").orElse("data"));
    }

    static Credentials credentials(Flags flags) {
        return file(flags).read();
    }

    /// The key in the webhook's path of the strategy that `--strategy` names, else of `demo`.
    static String webhookKey(Flags flags) {
        Optional<String> strategy = flags.value("strategy").filter(name -> !name.equals("demo"));
        if (strategy.isEmpty()) {
            return credentials(flags).webhookKey();
        }
        String line = "webhook.key." + strategy.get();
        return file(flags)
                .read(line)
                .orElseThrow(() ->
                        CommandFailedException.because(
                                "%s has no line %s=…: is there such a strategy in strategies.yml?"
                                        .formatted(path(flags).resolve(FILE), line)));
    }

    private static CredentialsFile file(Flags flags) {
        return new CredentialsFile(path(flags).resolve(FILE));
    }
}
