package com.mathematricks.system.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// The tests of the class run once on each of these suites that this machine can run. The suite is
/// the one argument of the class's constructor and of its `@BeforeParameterizedClassInvocation`
/// method, which starts it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@ArgumentsSource(SuiteArguments.class)
@ExtendWith(FailureLogs.class)
public @interface OnSuites {

    SuiteKind[] value() default {SuiteKind.STANDALONE, SuiteKind.PROCESSES};
}
