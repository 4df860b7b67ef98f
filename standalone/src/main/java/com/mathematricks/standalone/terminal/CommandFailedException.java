package com.mathematricks.standalone.terminal;

/// Ends a command. The message is one line for the person at the terminal and says what to do.
public final class CommandFailedException extends RuntimeException {

    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailedException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    public static CommandFailedException because(String message) {
        return new CommandFailedException(FAILED, message);
    }

    public static CommandFailedException wrongUsage(String message) {
        return new CommandFailedException(WRONG_USAGE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
