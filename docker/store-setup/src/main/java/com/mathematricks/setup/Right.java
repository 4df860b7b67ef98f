package com.mathematricks.setup;

/// What a service may do with a collection.
public enum Right {
    READ("find"),
    /// Open a change stream; goes with `READ`.
    WATCH("changeStream"),
    INSERT("insert"),
    UPDATE("update"),
    DELETE("remove"),
    INDEX("createIndex"),
    DROP("dropCollection");

    private final String action;

    Right(String action) {
        this.action = action;
    }

    /// MongoDB's word for it.
    String action() {
        return action;
    }
}
