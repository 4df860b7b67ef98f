package com.mathematricks.standalone.command;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.util.Arrays;
import java.util.List;

/// The commands of `./trader` that need the suite's data folder but are not the suite.
public final class TraderCommand {

    private TraderCommand() {}

    public static void main(String[] args) {
        try {
            System.exit(execute(List.of(args)));
        } catch (CommandFailedException e) {
            System.err.println("trader: " + e.getMessage());
            System.exit(e.exitCode());
        }
    }

    private static int execute(List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.stream().skip(1).toList();
        return switch (command) {
            case "signal" -> new SignalCommand(System.in, System.out).execute(rest);
            case "status" -> new StatusCommand(System.out).execute(rest);
            case "telegram" -> new TelegramCommand(System.out).execute(rest);
            case "rehearse" -> new RehearseCommand(System.out).execute(rest);
            case "reset" -> new ResetCommand(System.in, System.out).execute(rest);
            default ->
                    throw CommandFailedException.wrongUsage(
                            "'%s' is no command; there are %s"
                                    .formatted(
                                            command,
                                            Arrays.asList(
                                                    "signal",
                                                    "status",
                                                    "telegram",
                                                    "rehearse",
                                                    "reset")));
        };
    }
}
