package com.mathematricks.standalone.command;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a secret from the environment or from whoever sits at the terminal. Never from an
/// argument: other users of the machine could read it in the list of processes.
final class TokenPrompt {

    private TokenPrompt() {}

    static String read(@Nullable String environment, InputStream in, PrintStream out) {
        if (environment != null && !environment.isBlank()) {
            return environment;
        }
        out.print("The token of your bot, from @BotFather (it is not shown): ");
        out.flush();
        Optional<Console> terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            char[] typed = terminal.get().readPassword();
            return typed == null ? "" : new String(typed);
        }
        try {
            String line =
                    new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()))
                            .readLine();
            out.println();
            return line == null ? "" : line;
        } catch (IOException _) {
            throw CommandFailedException.because(
                    "no token could be read: set TELEGRAM_TOKEN in the environment");
        }
    }
}
