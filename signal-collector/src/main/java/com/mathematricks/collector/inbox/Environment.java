package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.Labels;
import com.mathematricks.model.signal.SignalStatus;

/// This installation's environment, `production` or `staging`. A signal without one is meant for
/// whoever receives it.
public record Environment(String name) {

    SignalStatus statusOf(Labels labels) {
        String stated = labels.environment();
        return stated == null || stated.equalsIgnoreCase(name)
                ? SignalStatus.RECEIVED
                : SignalStatus.OTHER_ENVIRONMENT;
    }
}
