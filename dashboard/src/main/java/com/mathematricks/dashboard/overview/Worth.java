package com.mathematricks.dashboard.overview;

import com.mathematricks.dashboard.ledger.Amount;
import com.mathematricks.dashboard.ledger.LedgerAccount;
import com.mathematricks.dashboard.overview.EquityCurve.Point;
import com.mathematricks.dashboard.overview.EquityHistory.Day;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What all accounts are worth together, where they can be added up: one currency, and never paper
/// to live.
///
/// @param today what was won or lost since the last closed day; since the start where there is none
/// @param since the last closed day's date; null: since the start
/// @param curve null before there are two points
public record Worth(
        Amount equity,
        Amount today,
        @Nullable String since,
        Amount unrealized,
        Amount realized,
        Amount fees,
        Amount cash,
        @Nullable EquityCurve curve) {

    private static final String PAPER = "PAPER";

    /// Null where nothing is to be added up, or where it cannot be.
    static @Nullable Worth of(List<LedgerAccount> accounts, List<Day> history, Instant now) {
        boolean oneKind =
                accounts.stream().map(LedgerAccount::currency).distinct().count() == 1
                        && accounts.stream()
                                        .map(account -> PAPER.equals(account.broker()))
                                        .distinct()
                                        .count()
                                == 1
                        && accounts.stream().allMatch(account -> account.equity() != null);
        String currency = oneKind ? accounts.getFirst().currency() : null;
        if (currency == null) {
            return null;
        }
        BigDecimal equity = sum(accounts, LedgerAccount::equity);
        BigDecimal gained = equity.subtract(sum(accounts, LedgerAccount::flows));
        List<Day> days =
                history.stream()
                        .filter(day -> currency.equals(day.currency()))
                        .filter(day -> day.at() != null && day.equity() != null)
                        .toList();
        Day last = days.isEmpty() ? null : days.getLast();
        BigDecimal before =
                last == null || last.equity() == null || last.paidIn() == null
                        ? BigDecimal.ZERO
                        : last.equity().subtract(last.paidIn());
        return new Worth(
                new Amount(equity, currency),
                new Amount(gained.subtract(before), currency),
                last == null ? null : last.date(),
                new Amount(sum(accounts, LedgerAccount::unrealizedPnl), currency),
                new Amount(sum(accounts, LedgerAccount::realizedPnl), currency),
                new Amount(sum(accounts, LedgerAccount::fees), currency),
                new Amount(sum(accounts, LedgerAccount::cash), currency),
                curve(days, equity, now, currency));
    }

    private static @Nullable EquityCurve curve(
            List<Day> days, BigDecimal equity, Instant now, String currency) {
        List<Point> points = new ArrayList<>();
        days.forEach(day ->
                points.add(
                        new Point(
                                Objects.requireNonNull(day.at()),
                                Objects.requireNonNull(day.equity()))));
        points.add(new Point(now, equity));
        return points.size() < 2 ? null : EquityCurve.of(points, currency);
    }

    private static BigDecimal sum(
            List<LedgerAccount> accounts, Function<LedgerAccount, @Nullable BigDecimal> part) {
        return accounts.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
