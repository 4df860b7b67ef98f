package com.mathematricks.dashboard.whatif;

import java.util.List;

/// What other limits would have changed.
///
/// @param days that were looked back
/// @param judged decisions that were looked at
/// @param complete false: there were more within the days than are looked at
/// @param shown the newest that would differ
public record WhatIfReport(
        int days,
        int judged,
        boolean complete,
        int denied,
        int reduced,
        int allowed,
        List<Difference> shown,
        List<Doubt> doubts) {

    public WhatIfReport {
        shown = List.copyOf(shown);
        doubts = List.copyOf(doubts);
    }

    public int differing() {
        return denied + reduced + allowed;
    }

    public int untold() {
        return doubts.stream().mapToInt(Doubt::count).sum();
    }

    /// Why some cannot be told.
    ///
    /// @param code of the check
    /// @param key of a signal of which it is so, the newest of its strategy
    public record Doubt(String code, String why, int count, String key, String signalId) {

        Doubt oneMore() {
            return new Doubt(code, why, count + 1, key, signalId);
        }
    }
}
