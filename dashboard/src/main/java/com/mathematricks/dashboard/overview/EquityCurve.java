package com.mathematricks.dashboard.overview;

import com.mathematricks.dashboard.ledger.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Equity over time as a path in a box of 1000 × 240, for a picture that needs no script.
///
/// @param line the curve
/// @param area the same, closed along the bottom
/// @param lowest of all points; the box has some room below and above
public record EquityCurve(
        List<Point> points, String line, String area, Amount lowest, Amount highest) {

    static final int WIDTH = 1000;
    static final int HEIGHT = 240;

    /// Part of the height that is left free above and below.
    private static final double ROOM = 0.08;

    public record Point(Instant at, BigDecimal equity) {}

    public EquityCurve {
        points = List.copyOf(points);
    }

    /// @param points two or more, the oldest first
    static EquityCurve of(List<Point> points, String currency) {
        double low =
                points.stream().mapToDouble(point -> point.equity().doubleValue()).min().orElse(0);
        double high =
                points.stream().mapToDouble(point -> point.equity().doubleValue()).max().orElse(0);
        double span = high > low ? high - low : Math.max(Math.abs(high), 1);
        double floor = low - span * ROOM;
        double scale = HEIGHT / (span * (1 + 2 * ROOM));
        long begin = points.getFirst().at().toEpochMilli();
        double time = Math.max(1, points.getLast().at().toEpochMilli() - begin);
        var line = new StringBuilder();
        for (Point point : points) {
            double x = (point.at().toEpochMilli() - begin) / time * WIDTH;
            double y = HEIGHT - (point.equity().doubleValue() - floor) * scale;
            line.append(line.isEmpty() ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
        }
        return new EquityCurve(
                points,
                line.toString(),
                line + "L" + WIDTH + " " + HEIGHT + "L0 " + HEIGHT + "Z",
                new Amount(extreme(points, -1), currency),
                new Amount(extreme(points, 1), currency));
    }

    private static BigDecimal extreme(List<Point> points, int sign) {
        return points.stream()
                .map(Point::equity)
                .reduce((one, other) -> one.compareTo(other) * sign >= 0 ? one : other)
                .orElseThrow();
    }

    public Point first() {
        return points.getFirst();
    }

    public Point last() {
        return points.getLast();
    }
}
