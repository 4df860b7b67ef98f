package com.mathematricks.dashboard.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// Too many wrong passwords; the password was not even looked at.
final class LoginThrottledException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    LoginThrottledException(Duration wait) {
        super("too many wrong passwords");
        this.seconds = Math.max(1, wait.toSeconds());
    }

    long seconds() {
        return seconds;
    }
}
