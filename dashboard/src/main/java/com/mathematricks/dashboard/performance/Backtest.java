package com.mathematricks.dashboard.performance;

import java.time.Instant;
import java.util.List;

/// A strategy's returns as its owner's backtest found them.
///
/// @param file the name of the file that they came in
/// @param returns oldest first, one a day
public record Backtest(
        String strategy, Instant uploadedAt, String file, List<DailyReturn> returns) {

    public Backtest {
        returns = List.copyOf(returns);
    }
}
