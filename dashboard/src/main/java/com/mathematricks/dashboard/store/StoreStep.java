package com.mathematricks.dashboard.store;

/// Something that has to be done once in the store before the dashboard is ready. Doing it again
/// changes nothing, so it is repeated until it worked.
public interface StoreStep {

    void prepare();
}
