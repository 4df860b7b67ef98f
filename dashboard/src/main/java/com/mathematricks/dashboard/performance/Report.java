package com.mathematricks.dashboard.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one scope did: everything that its page shows, from its closed days and, for a strategy, its
/// backtest.
public final class Report {

    private static final int SHOWN_DAYS = 30;
    private static final String LIVE = "Live";
    private static final String BACKTEST = "Backtest";

    /// @param backtest null: there is none
    public record MetricRow(
            String name, String live, @Nullable String backtest, String definition) {}

    private final List<PnlDay> days;
    private final List<DailyReturn> returns;
    private final List<DailyReturn> backtest;
    private final double riskFree;

    /// @param days oldest first
    /// @param riskFree a year, as a fraction
    public Report(List<PnlDay> days, Optional<Backtest> backtest, double riskFree) {
        this.days = List.copyOf(days);
        this.returns = PnlHistory.returns(days);
        this.backtest = backtest.map(Backtest::returns).orElse(List.of());
        this.riskFree = riskFree;
    }

    public boolean isEmpty() {
        return days.isEmpty() && backtest.isEmpty();
    }

    public boolean isClosed() {
        return !days.isEmpty();
    }

    public boolean isBacktested() {
        return !backtest.isEmpty();
    }

    public int dayCount() {
        return days.size();
    }

    public PnlDay last() {
        return days.getLast();
    }

    /// The newest, newest first.
    public List<PnlDay> recentDays() {
        return days.subList(Math.max(0, days.size() - SHOWN_DAYS), days.size()).reversed();
    }

    public List<CurveChart> charts() {
        return Stream.of(
                        new CurveChart(
                                "equity",
                                "Equity",
                                CurveChart.Unit.MONEY,
                                List.of(new CurveLine("Equity at the close", equity()))),
                        new CurveChart(
                                "growth",
                                "Growth since each one's start, live and backtest",
                                CurveChart.Unit.PERCENT,
                                backtest.isEmpty()
                                        ? List.of()
                                        : List.of(
                                                new CurveLine(LIVE, growth(returns)),
                                                new CurveLine(BACKTEST, growth(backtest)))),
                        new CurveChart(
                                "drawdown",
                                "Drawdown from the highest point so far",
                                CurveChart.Unit.PERCENT,
                                List.of(
                                        new CurveLine(LIVE, drawdown(returns)),
                                        new CurveLine(BACKTEST, drawdown(backtest)))))
                .filter(chart -> !chart.isEmpty())
                .toList();
    }

    /// Begins with what was there before the first day.
    private List<CurvePoint> equity() {
        if (days.isEmpty()) {
            return List.of();
        }
        PnlDay first = days.getFirst();
        var points = new ArrayList<CurvePoint>();
        points.add(
                new CurvePoint(
                        first.date().minusDays(1),
                        first.equity()
                                .subtract(first.pnl())
                                .subtract(first.flows())
                                .doubleValue()));
        days.forEach(day -> points.add(day.point()));
        return points;
    }

    private static List<CurvePoint> growth(List<DailyReturn> returns) {
        var points = begun(returns);
        double worth = 1;
        for (DailyReturn day : returns) {
            worth *= 1 + day.value();
            points.add(new CurvePoint(day.date(), worth - 1));
        }
        return points;
    }

    private static List<CurvePoint> drawdown(List<DailyReturn> returns) {
        var points = begun(returns);
        points.addAll(Drawdown.curve(returns));
        return points;
    }

    private static List<CurvePoint> begun(List<DailyReturn> returns) {
        var points = new ArrayList<CurvePoint>();
        if (!returns.isEmpty()) {
            points.add(new CurvePoint(returns.getFirst().date().minusDays(1), 0));
        }
        return points;
    }

    public List<MetricRow> metrics() {
        Metrics live = Metrics.of(returns, riskFree);
        Metrics tested = Metrics.of(backtest, riskFree);
        return MetricLine.ALL.stream()
                .map(line ->
                        new MetricRow(
                                line.name(),
                                line.of(live),
                                isBacktested() ? line.of(tested) : null,
                                line.definition()))
                .toList();
    }

    /// A single metric's live value.
    public String metric(String name) {
        return metrics().stream()
                .filter(row -> row.name().equals(name))
                .map(MetricRow::live)
                .findFirst()
                .orElseThrow();
    }

    /// The deepest drawdown in words; empty where there was none.
    public String deepest() {
        return Drawdown.deepest(Drawdown.curve(returns)).map(Report::inWords).orElse("");
    }

    private static String inWords(Drawdown drawdown) {
        return "From %s, deepest on %s, %s."
                .formatted(
                        drawdown.from(),
                        drawdown.trough(),
                        drawdown.recovered() == null
                                ? "not recovered yet"
                                : "recovered on " + drawdown.recovered());
    }

    public List<MonthlyTable.Year> months() {
        return MonthlyTable.of(returns);
    }

    public List<MonthlyTable.Year> backtestMonths() {
        return MonthlyTable.of(backtest);
    }
}
