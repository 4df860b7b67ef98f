package com.mathematricks.engine.instrument;

import java.time.LocalDate;
import java.time.YearMonth;

/// Until when a month is the front month.
enum FrontRule {
    /// To its last day of trading.
    UNTIL_EXPIRY,
    /// To the day before holders may be called to take delivery, which is the last business day of
    /// the month before the contract month.
    UNTIL_NOTICE;

    LocalDate lastFrontDay(YearMonth month, ExpiryRule expiry) {
        return switch (this) {
            case UNTIL_EXPIRY -> expiry.lastTradingDay(month);
            case UNTIL_NOTICE -> BusinessDays.fromEnd(month.minusMonths(1), 1).minusDays(1);
        };
    }
}
