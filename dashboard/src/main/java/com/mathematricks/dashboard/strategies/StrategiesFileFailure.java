package com.mathematricks.dashboard.strategies;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Makes the end of a start that the file stopped one sentence and not a stack trace.
final class StrategiesFileFailure extends AbstractFailureAnalyzer<StrategiesFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StrategiesFileException cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct it and start again.", cause);
    }
}
