package com.mathematricks.service.store;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why the store does not answer, in one line for a person. The driver's own words hold the state
/// of the whole cluster and differ from one attempt to the next.
final class StoreTrouble {

    private static final Pattern CAUSED_BY = Pattern.compile("caused by \\{([^{}]*)}");
    private static final Pattern EXCEPTION =
            Pattern.compile("^[\\w.$]*?(\\w+)(?:Exception|Error): ?");
    private static final int LONGEST = 200;
    private static final int UNAUTHORIZED = 13;

    private StoreTrouble() {}

    /// @param user null where the address names none
    static String of(Throwable failure, @Nullable String user) {
        String all = everything(failure);
        if (all.contains(MongoSecurityException.class.getName())) {
            return user == null
                    ? "it refuses us; the address names no user"
                    : "it refuses the user %s; is the password the one that it knows?"
                            .formatted(user);
        }
        if (failure instanceof MongoCommandException command
                && command.getErrorCode() == UNAUTHORIZED) {
            return "the user %s may not do this: %s".formatted(user, command.getErrorMessage());
        }
        if (all.contains("UnknownHostException")) {
            return "its name is not known";
        }
        if (all.contains("Connection refused")) {
            return "connection refused";
        }
        if (all.contains("SocketTimeoutException")
                || all.contains("ReadTimeoutException")
                || all.contains("timed out")) {
            return "no answer in time";
        }
        if (all.contains("REPLICA_SET_GHOST") || all.contains("REPLICA_SET_SECONDARY")) {
            return "it has no primary";
        }
        Matcher cause = CAUSED_BY.matcher(all);
        return oneLine(String.valueOf(cause.find() ? cause.group(1) : failure.getMessage()));
    }

    /// Messages and classes down to the first cause.
    private static String everything(Throwable failure) {
        var all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getClass().getName()).append(": ").append(cause.getMessage());
            all.append('\n');
        }
        return all.toString();
    }

    private static String oneLine(String text) {
        String line = EXCEPTION.matcher(text).replaceFirst("").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
