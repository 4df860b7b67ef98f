package com.mathematricks.engine.calendar;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A day that differs from the ordinary trading day.
///
/// @param closes the earlier close, in the market's own time; null: no session at all
record Holiday(String name, @Nullable LocalTime closes) {

    static Holiday closed(String name) {
        return new Holiday(name, null);
    }
}
