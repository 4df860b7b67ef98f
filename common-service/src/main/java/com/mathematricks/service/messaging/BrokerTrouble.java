package com.mathematricks.service.messaging;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/// Why RabbitMQ does not answer, in one line for a person.
final class BrokerTrouble {

    private BrokerTrouble() {}

    static String of(Throwable failure, String user) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // AuthenticationFailureException, and where the broker just hangs up, Possible….
            if (cause.getClass().getSimpleName().contains("AuthenticationFailure")) {
                return "it refuses the user %s; is the password the one that it knows?"
                        .formatted(user);
            }
            last = cause;
        }
        return switch (last) {
            case UnknownHostException _ -> "its name is not known";
            case ConnectException _ -> "connection refused";
            case SocketTimeoutException _ -> "no answer in time";
            case TimeoutException _ -> "no answer in time";
            default ->
                    String.valueOf(last.getMessage() == null ? last : last.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("no cause given");
        };
    }
}
