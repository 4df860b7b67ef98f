package com.mathematricks.dashboard.performance;

import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.strategies.ListedStrategy;
import com.mathematricks.dashboard.strategies.Strategies;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// How all did together, how one strategy did, and how alike the strategies' days are.
@Controller
final class PerformancePages {

    private static final int MOST_STRATEGIES = 100;
    private static final int MOST_CORRELATED = 20;
    private static final int CORRELATED_DAYS = 365;

    private final PnlHistory history;
    private final StrategyReports reports;
    private final LiveDays live;
    private final Strategies strategies;
    private final Clock clock;

    PerformancePages(
            PnlHistory history,
            StrategyReports reports,
            LiveDays live,
            Strategies strategies,
            Clock clock) {
        this.history = history;
        this.reports = reports;
        this.live = live;
        this.strategies = strategies;
        this.clock = clock;
    }

    /// @param last null: no day of it has been closed
    public record StrategyRow(String name, boolean archived, @Nullable PnlDay last) {}

    @GetMapping("/performance")
    String combined(@RequestParam(required = false) @Nullable String riskFree, Model model) {
        var rate = RiskFree.of(riskFree);
        var report = new Report(history.days(PnlHistory.TOTAL), Optional.empty(), rate.yearly());
        model.addAttribute("report", report);
        model.addAttribute(
                "live",
                live.total(report.isClosed() ? Optional.of(report.last()) : Optional.empty())
                        .orElse(null));
        model.addAttribute("severalCurrencies", live.keepsSeveralCurrencies());
        model.addAttribute("riskFree", rate);
        model.addAttribute("strategies", rows());
        return "performance";
    }

    private List<StrategyRow> rows() {
        return strategies.page(ListQuery.first(MOST_STRATEGIES)).items().stream()
                .map(strategy ->
                        new StrategyRow(
                                strategy.name(),
                                strategy.archived(),
                                history.newest(PnlHistory.strategy(strategy.name())).orElse(null)))
                .toList();
    }

    @GetMapping("/performance/strategies/{name}")
    String strategy(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String riskFree,
            Model model) {
        reports.show(name, RiskFree.of(riskFree), model);
        return "strategy-performance";
    }

    @GetMapping("/performance/correlation")
    String correlation(Model model) {
        LocalDate from =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(CORRELATED_DAYS);
        var returns =
                strategies.page(ListQuery.first(MOST_STRATEGIES)).items().stream()
                        .map(ListedStrategy::name)
                        .map(name ->
                                Map.entry(name, history.returns(PnlHistory.strategy(name), from)))
                        .filter(entry -> !entry.getValue().isEmpty())
                        .limit(MOST_CORRELATED)
                        .toList();
        List<List<Correlation>> matrix =
                Correlation.matrix(returns.stream().map(Map.Entry::getValue).toList());
        model.addAttribute("names", returns.stream().map(Map.Entry::getKey).toList());
        model.addAttribute("matrix", matrix);
        model.addAttribute("from", from);
        return "correlation";
    }

    /// What the interactive charts draw; the page itself draws the same without them.
    @GetMapping("/performance/curves")
    @ResponseBody
    Map<String, List<CurveLine>> curves(@RequestParam(required = false) @Nullable String strategy) {
        Report report =
                strategy == null
                        ? new Report(history.days(PnlHistory.TOTAL), Optional.empty(), 0)
                        : reports.report(strategy, 0);
        return report.charts().stream()
                .collect(Collectors.toMap(CurveChart::id, CurveChart::lines));
    }
}
