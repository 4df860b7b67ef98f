package com.mathematricks.dashboard.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time under the highest point so far.
///
/// @param from the first day under it
/// @param trough the day that was deepest
/// @param recovered the day that was back; null: still under it
/// @param depth below zero, as a fraction of the highest point
public record Drawdown(
        LocalDate from, LocalDate trough, @Nullable LocalDate recovered, double depth) {

    /// How far each day's end is below the highest point so far, which is at least the beginning.
    static double[] depths(double[] returns) {
        var depths = new double[returns.length];
        double worth = 1;
        double peak = 1;
        for (int day = 0; day < returns.length; day++) {
            worth *= 1 + returns[day];
            peak = Math.max(peak, worth);
            depths[day] = worth / peak - 1;
        }
        return depths;
    }

    public static List<CurvePoint> curve(List<DailyReturn> returns) {
        double[] depths = depths(returns.stream().mapToDouble(DailyReturn::value).toArray());
        var points = new ArrayList<CurvePoint>();
        for (int day = 0; day < depths.length; day++) {
            points.add(new CurvePoint(returns.get(day).date(), depths[day]));
        }
        return points;
    }

    /// Empty where it never was under its highest point.
    public static Optional<Drawdown> deepest(List<CurvePoint> curve) {
        return curve.stream()
                .min(Comparator.comparingDouble(CurvePoint::value))
                .filter(point -> point.value() < 0)
                .map(trough -> around(trough, curve));
    }

    private static Drawdown around(CurvePoint trough, List<CurvePoint> curve) {
        int at = curve.indexOf(trough);
        int from = at;
        while (from > 0 && curve.get(from - 1).value() < 0) {
            from--;
        }
        LocalDate recovered =
                curve.subList(at, curve.size()).stream()
                        .filter(point -> point.value() >= 0)
                        .findFirst()
                        .map(CurvePoint::date)
                        .orElse(null);
        return new Drawdown(curve.get(from).date(), trough.date(), recovered, trough.value());
    }
}
