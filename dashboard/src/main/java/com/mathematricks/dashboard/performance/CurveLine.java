package com.mathematricks.dashboard.performance;

import java.util.List;

/// @param points oldest first
public record CurveLine(String name, List<CurvePoint> points) {

    public CurveLine {
        points = List.copyOf(points);
    }
}
