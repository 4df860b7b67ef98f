package com.mathematricks.model.control;

public enum ControlStatus {
    DONE,
    /// Some of it could not be done; the details say what.
    PARTLY,
    REFUSED,
    /// Older than five minutes when the engine read it; nothing was done.
    EXPIRED
}
