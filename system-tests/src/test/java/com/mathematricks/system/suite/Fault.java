package com.mathematricks.system.suite;

/// Something that is killed without a warning, and started again.
///
/// @param repair returns once it runs again
public record Fault(String name, Runnable strike, Runnable repair) {

    @Override
    public String toString() {
        return name;
    }
}
