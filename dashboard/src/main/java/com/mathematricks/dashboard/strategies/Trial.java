package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.whatif.WhatIfReport;
import java.util.List;

/// What limits that were typed, and not stored, would have changed.
///
/// @param tried empty: nothing that is judged differs
/// @param several true: of more than one strategy
public record Trial(List<Tried> tried, WhatIfReport report, boolean several) {

    public Trial {
        tried = List.copyOf(tried);
    }

    /// A limit that was typed otherwise.
    ///
    /// @param from empty: it is not set
    /// @param note why it makes no difference; empty: it may make one
    public record Tried(String field, String from, String to, String note) {}
}
