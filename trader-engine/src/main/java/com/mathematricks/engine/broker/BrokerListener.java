package com.mathematricks.engine.broker;

/// Takes what a broker reports. Returns at once; never throws.
@FunctionalInterface
public interface BrokerListener {

    void onReport(BrokerReport report);
}
