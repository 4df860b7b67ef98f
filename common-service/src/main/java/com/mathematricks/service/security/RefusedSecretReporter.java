package com.mathematricks.service.security;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one line why a service did not start for a refused secret; its process ends with 1.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RefusedSecretReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedSecretException refused) {
                System.err.println("Not started: " + refused.getMessage());
                return true;
            }
        }
        return false;
    }
}
