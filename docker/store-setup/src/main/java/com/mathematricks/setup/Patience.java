package com.mathematricks.setup;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Does something again until it works, as long as the server is only away or not yet ready. Says
/// what it waits for, at once and then once in a while.
///
/// @param pause between two attempts
record Patience(String host, Consumer<String> say, Runnable pause) {

    private static final int ATTEMPTS_BETWEEN_REMINDERS = 30;

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    /// A replica set that reads its configuration, a server that stops, a majority that is slow.
    private static final Set<Integer> PASSING = Set.of(64, 91, 93, 94, 189, 11600, 11602);

    private static final Pattern CAUSE = Pattern.compile("caused by \\{(?:[\\w.]+: )?([^{}]*)}");

    /// @throws SetupFailedException where waiting would not help
    void untilDone(Runnable work) {
        String last = "";
        for (int attempt = 0; ; attempt++) {
            String waitsFor = attempt(work);
            if (waitsFor.isEmpty()) {
                return;
            }
            if (!waitsFor.equals(last) || attempt % ATTEMPTS_BETWEEN_REMINDERS == 0) {
                say.accept("waiting for " + waitsFor);
                last = waitsFor;
            }
            pause.run();
        }
    }

    /// Empty where it is done.
    private String attempt(Runnable work) {
        try {
            work.run();
            return "";
        } catch (NotYetException e) {
            return String.valueOf(e.getMessage());
        } catch (MongoException e) {
            return waitsFor(e);
        }
    }

    private String waitsFor(MongoException failure) {
        int code = code(failure);
        if (code == AUTHENTICATION_FAILED) {
            throw new SetupFailedException(
                    "%s refuses the user %s: the secret mongodb_admin_password is not the password that the database was created with"
                            .formatted(host, Settings.ADMIN));
        }
        if (code == UNAUTHORIZED) {
            throw new SetupFailedException(
                    "the user %s may not set up %s: %s"
                            .formatted(Settings.ADMIN, host, failure.getMessage()));
        }
        return switch (failure) {
            case MongoTimeoutException e -> host + ": " + cause(e);
            case MongoSocketException e -> host + ": " + e.getMessage();
            case MongoSecurityException e -> host + ": " + e.getMessage();
            case MongoNotPrimaryException _, MongoNodeIsRecoveringException _ ->
                    host + " to become primary";
            case MongoException e when PASSING.contains(code) -> host + ": " + e.getMessage();
            default ->
                    throw new SetupFailedException(
                            "%s did not do it: %s".formatted(host, failure.getMessage()));
        };
    }

    /// The log-in's own code is that of its cause.
    private static int code(MongoException failure) {
        return failure.getCause() instanceof MongoException cause
                ? cause.getCode()
                : failure.getCode();
    }

    /// The driver's message is long; its end names the cause.
    private static String cause(MongoTimeoutException failure) {
        var causes = CAUSE.matcher(String.valueOf(failure.getMessage()));
        String last = "no answer";
        while (causes.find()) {
            last = causes.group(1);
        }
        return last;
    }
}
