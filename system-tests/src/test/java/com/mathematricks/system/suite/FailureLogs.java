package com.mathematricks.system.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/// Shows what the services logged last when a test fails.
final class FailureLogs implements TestWatcher {

    static final Namespace SUITES = Namespace.create(FailureLogs.class);

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        List<?> suites = context.getStore(SUITES).getOrDefault(SUITES, List.class, List.of());
        suites.stream()
                .filter(suite -> isWithin(context, suite.toString()))
                .map(Suite.class::cast)
                .forEach(suite ->
                        System.err.printf(
                                "%s failed; on %s:%n%s%n",
                                context.getDisplayName(), suite, suite.logs()));
    }

    private static boolean isWithin(ExtensionContext context, String name) {
        return context.getDisplayName().equals(name)
                || context.getParent().filter(parent -> isWithin(parent, name)).isPresent();
    }
}
