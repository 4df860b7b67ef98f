package com.mathematricks.dashboard.performance;

import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// Puts together what a strategy's page shows.
@Component
final class StrategyReports {

    private final MongoDatabase store;
    private final PnlHistory history;
    private final Backtests backtests;
    private final LiveDays live;

    StrategyReports(MongoDatabase store, PnlHistory history, Backtests backtests, LiveDays live) {
        this.store = store;
        this.history = history;
        this.backtests = backtests;
        this.live = live;
    }

    /// Where there is no such strategy, there is no such page.
    StrategySettings settings(String name) {
        return Optional.ofNullable(
                        store.getCollection(Collections.STRATEGIES)
                                .find(Filters.eq("_id", name))
                                .first())
                .map(document -> Documents.read(document, StrategySettings.class))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Report report(String name, double riskFree) {
        settings(name);
        return new Report(history.days(PnlHistory.strategy(name)), backtests.of(name), riskFree);
    }

    void show(String name, RiskFree riskFree, Model model) {
        StrategySettings settings = settings(name);
        Optional<Backtest> backtest = backtests.of(name);
        var report =
                new Report(history.days(PnlHistory.strategy(name)), backtest, riskFree.yearly());
        Optional<PnlDay> last = report.isClosed() ? Optional.of(report.last()) : Optional.empty();
        model.addAttribute("strategy", name);
        model.addAttribute("settings", settings);
        model.addAttribute("report", report);
        model.addAttribute("backtest", backtest.orElse(null));
        model.addAttribute("live", live.strategy(settings, last).orElse(null));
        model.addAttribute("riskFree", riskFree);
    }
}
