package com.mathematricks.dashboard.performance;

import java.time.LocalDate;

/// @param value as a fraction: 0.01 is one per cent
public record DailyReturn(LocalDate date, double value) {}
