package com.mathematricks.dashboard;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A dashboard on an empty store, with its owner logged in, until a class's tests are done.
public final class OwnersDashboard implements AfterAllCallback {

    private final TestStore store = TestStore.open();
    private final RunningDashboard dashboard;

    /// @param properties as [RunningDashboard#start] takes them
    public OwnersDashboard(String... properties) {
        dashboard = RunningDashboard.start(store.uri(), properties);
        dashboard.logIn();
    }

    public TestStore store() {
        return store;
    }

    public RunningDashboard dashboard() {
        return dashboard;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        dashboard.close();
        store.close();
    }
}
