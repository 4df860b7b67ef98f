package com.mathematricks.dashboard.performance;

import java.time.LocalDate;

/// A day of a curve.
public record CurvePoint(LocalDate date, double value) {}
