package com.mathematricks.dashboard.performance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Curves as a picture that needs no script: lines in a box of 1000 × 240, with the ends of its
/// scales and a summary in words beside it.
///
/// @param id the name of the same curves in the data that the interactive chart asks for
public record CurveChart(String id, String title, Unit unit, List<CurveLine> lines) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 240;
    private static final int BUCKETS = 250;

    /// Of what a curve is: an amount of a currency, or a fraction shown as per cent.
    public enum Unit {
        MONEY,
        PERCENT
    }

    public CurveChart {
        lines = lines.stream().filter(line -> line.points().size() > 1).toList();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /// For each line the `points` of its SVG polyline. Of many days in one bucket of the width the
    /// lowest and the highest are drawn.
    public List<String> polylines() {
        return lines.stream().map(this::polyline).toList();
    }

    private String polyline(CurveLine line) {
        var values = values();
        LocalDate first = first();
        double days = Math.max(1, ChronoUnit.DAYS.between(first, last()));
        double range = values.getMax() - values.getMin();
        return thinned(line.points()).stream()
                .map(point -> {
                    double x = WIDTH * ChronoUnit.DAYS.between(first, point.date()) / days;
                    double y =
                            range == 0
                                    ? HEIGHT / 2.0
                                    : HEIGHT * (values.getMax() - point.value()) / range;
                    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
                })
                .collect(Collectors.joining(" "));
    }

    private static List<CurvePoint> thinned(List<CurvePoint> points) {
        if (points.size() <= 2 * BUCKETS) {
            return points;
        }
        var byValue = Comparator.comparingDouble(CurvePoint::value);
        var kept = new ArrayList<CurvePoint>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            List<CurvePoint> part =
                    points.subList(
                            points.size() * bucket / BUCKETS,
                            points.size() * (bucket + 1) / BUCKETS);
            Stream.of(part.stream().min(byValue), part.stream().max(byValue))
                    .flatMap(point -> point.stream())
                    .distinct()
                    .sorted(Comparator.comparing(CurvePoint::date))
                    .forEach(kept::add);
        }
        return kept;
    }

    public LocalDate first() {
        return points().map(CurvePoint::date).min(Comparator.naturalOrder()).orElseThrow();
    }

    public LocalDate last() {
        return points().map(CurvePoint::date).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// The upper end of the scale.
    public String highest() {
        return words(values().getMax());
    }

    public String lowest() {
        return words(values().getMin());
    }

    /// What the picture shows, in a sentence for each line.
    public String summary() {
        return lines.stream().map(this::summary).collect(Collectors.joining(" "));
    }

    private String summary(CurveLine line) {
        CurvePoint begin = line.points().getFirst();
        CurvePoint end = line.points().getLast();
        DoubleSummaryStatistics values =
                line.points().stream().collect(Collectors.summarizingDouble(CurvePoint::value));
        return "%s: from %s on %s to %s on %s; lowest %s, highest %s."
                .formatted(
                        line.name(),
                        words(begin.value()),
                        begin.date(),
                        words(end.value()),
                        end.date(),
                        words(values.getMin()),
                        words(values.getMax()));
    }

    private String words(double value) {
        return switch (unit) {
            case MONEY -> MetricLine.number(OptionalDouble.of(value), 2);
            case PERCENT -> MetricLine.percent(OptionalDouble.of(value));
        };
    }

    private Stream<CurvePoint> points() {
        return lines.stream().flatMap(line -> line.points().stream());
    }

    private DoubleSummaryStatistics values() {
        return points().collect(Collectors.summarizingDouble(CurvePoint::value));
    }
}
