package com.mathematricks.system.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Makes the suites of a test class. They are closed after its tests.
final class SuiteArguments implements ArgumentsProvider {

    private static final Path LOGS = Path.of("target", "system");

    @Override
    public Stream<Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        var suites = new ArrayList<Suite>();
        for (SuiteKind kind : test.getAnnotation(OnSuites.class).value()) {
            if (SuiteKind.chosen().contains(kind)) {
                Path folder = folder(test, kind);
                kind.suite(folder).ifPresentOrElse(suites::add, () -> sayMissing(test, kind));
            }
        }
        context.getStore(FailureLogs.SUITES).put(FailureLogs.SUITES, List.copyOf(suites));
        return suites.stream().map(Arguments::of);
    }

    private static Path folder(Class<?> test, SuiteKind kind) {
        return LOGS.resolve(
                "%s-%s-%s"
                        .formatted(
                                test.getSimpleName(),
                                kind.name().toLowerCase(Locale.ROOT),
                                Long.toString(System.currentTimeMillis(), 36)));
    }

    private static void sayMissing(Class<?> test, SuiteKind kind) {
        System.out.printf(
                "%s does not run on %s: %s%n", test.getSimpleName(), kind, kind.missing());
    }
}
