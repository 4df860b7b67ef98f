package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.TradingMode;
import java.math.BigDecimal;
import java.util.Optional;

/// What each check would have said under the changed limits of the size that was wanted. The
/// engine's tests hold it against the checks themselves.
record CheckRules(ChangedLimits changed, Size size) {

    Verdict judge(KeptCheck check) {
        return changed.concern(check) ? anew(check) : asKept(check);
    }

    private Verdict anew(KeptCheck check) {
        return switch (check.code()) {
            case "SIGNAL_STALE" -> most(check, "age", LimitKey.MAX_SIGNAL_AGE, " s old");
            case "ORDER_QUANTITY" -> quantity(check);
            case "ORDER_NOTIONAL" -> notional(check);
            case "PRICE_COLLAR" -> collar(check);
            case "POSITION_LIMIT" -> share(check, "equity", LimitKey.MAX_POSITION_PERCENT);
            case "BROKER_ALLOCATION" -> allocation(check);
            case "STRATEGY_CAPITAL" -> capital(check);
            case "GROSS_LEVERAGE" -> grossLeverage(check);
            case "NET_EXPOSURE" -> share(check, "equity", LimitKey.MAX_NET_EXPOSURE_PERCENT);
            case "BUYING_POWER", "MARGIN" -> buyingPower(check);
            case "OPEN_POSITIONS" ->
                    most(check, "after", LimitKey.MAX_OPEN_POSITIONS, " open positions after it");
            case "ORDER_RATE" -> new CountRules(changed.after()).rate(check);
            case "REPEATED_EXECUTION" -> new CountRules(changed.after()).executions(check);
            case "DAILY_LOSS" ->
                    new LossRules(changed, LimitKey.MAX_DAILY_LOSS_PERCENT).judge(check);
            case "DRAWDOWN" -> new LossRules(changed, LimitKey.MAX_DRAWDOWN_PERCENT).judge(check);
            default -> throw new IllegalArgumentException("no limit of " + check.code());
        };
    }

    /// Of a size that was cut the whole is judged.
    private Verdict asKept(KeptCheck check) {
        Optional<BigDecimal> most = Optional.ofNullable(check.largest()).map(Quantity::units);
        Quantity wanted = size.wanted();
        boolean fits =
                !size.wasReduced()
                        || most.isEmpty()
                        || wanted == null
                        || wanted.units().compareTo(most.get()) <= 0;
        String words = most.isEmpty() ? "as it was" : "at most %s units".formatted(check.largest());
        return new Verdict.Told(check.passed() && fits, words, most.isPresent(), most);
    }

    private Optional<BigDecimal> limit(LimitKey key) {
        return changed.after().strictest(key);
    }

    private Verdict most(KeptCheck check, String name, LimitKey key, String unit) {
        return limit(key)
                .map(most ->
                        check.number(name)
                                .map(number -> Verdict.atMost(number, most, unit))
                                .orElse(Verdict.Untold.NOT_KEPT))
                .orElseGet(Verdict::unlimited);
    }

    private Verdict quantity(KeptCheck check) {
        Optional<BigDecimal> limit = limit(LimitKey.MAX_ORDER_QUANTITY);
        if (limit.isEmpty()) {
            return Verdict.unlimited();
        }
        return Optional.ofNullable(size.wanted())
                .map(Quantity::units)
                .or(() -> check.number("quantity"))
                .<Verdict>map(wanted ->
                        new Verdict.Told(
                                wanted.compareTo(limit.get()) <= 0,
                                "%s units, at most %s"
                                        .formatted(
                                                Decimals.plain(wanted),
                                                Decimals.plain(limit.get())),
                                true,
                                limit))
                .orElse(Verdict.Untold.NOT_KEPT);
    }

    private Verdict notional(KeptCheck check) {
        Optional<Money> notional = check.money("notional");
        Optional<Money> equity = check.money("equity");
        if (notional.isEmpty() || equity.isEmpty()) {
            return Verdict.Untold.NOT_KEPT;
        }
        return changed.after()
                .largestOrder(equity.get())
                .map(most ->
                        fits(
                                Money.zero(most.currency()),
                                notional.get(),
                                most,
                                "order of %s, at most %s"))
                .orElseGet(Verdict::unlimited);
    }

    private Verdict collar(KeptCheck check) {
        Optional<BigDecimal> limit = limit(LimitKey.PRICE_COLLAR_PERCENT);
        if (limit.isEmpty()) {
            return Verdict.unlimited();
        }
        if (check.numbers().getOrDefault("reference", "").equals("none")) {
            boolean passed = changed.after().mode() == TradingMode.PAPER;
            return Verdict.of(passed, "no independent price to compare with");
        }
        return check.number("distance percent")
                .map(distance ->
                        Verdict.atMost(distance, limit.get(), " % from the independent price"))
                .orElse(Verdict.Untold.NOT_KEPT);
    }

    private Verdict allocation(KeptCheck check) {
        boolean oneAccount =
                check.numbers().containsKey("before")
                        && !check.numbers().containsKey("limit")
                        && !check.numbers().containsKey("equity of all");
        return oneAccount
                ? Verdict.of(true, "no other account")
                : share(check, "equity of all", LimitKey.MAX_BROKER_ALLOCATION_PERCENT);
    }

    private Verdict share(KeptCheck check, String whole, LimitKey key) {
        return limit(key)
                .map(Percentage::new)
                .map(percent ->
                        exposure(check, check.money(whole).map(of -> percent.of(of).rounded())))
                .orElseGet(Verdict::unlimited);
    }

    private Verdict capital(KeptCheck check) {
        BigDecimal capital = changed.after().capital();
        return limit(LimitKey.LEVERAGE)
                .map(factor ->
                        exposure(
                                check,
                                check.money("before")
                                        .map(before -> new Money(capital, before.currency()))
                                        .map(own -> own.times(factor).rounded())))
                .orElseGet(Verdict::unlimited);
    }

    private Verdict grossLeverage(KeptCheck check) {
        return limit(LimitKey.MAX_GROSS_LEVERAGE)
                .map(factor ->
                        exposure(
                                check,
                                check.money("equity")
                                        .map(equity -> equity.times(factor).rounded())))
                .orElseGet(Verdict::unlimited);
    }

    private Verdict buyingPower(KeptCheck check) {
        return limit(LimitKey.LEVERAGE)
                .map(factor ->
                        exposure(
                                check,
                                check.money("equity")
                                        .map(equity -> equity.times(factor).rounded())
                                        .flatMap(most ->
                                                check.money("fee")
                                                        .map(fee ->
                                                                most.minus(size.ofWanted(fee))))))
                .orElseGet(Verdict::unlimited);
    }

    /// @param limit empty: what it is counted from was not kept
    private Verdict exposure(KeptCheck check, Optional<Money> limit) {
        Optional<Money> before = check.money("before");
        Optional<Money> order = check.money("order");
        return before.isEmpty() || order.isEmpty() || limit.isEmpty()
                ? Verdict.Untold.NOT_KEPT
                : fits(before.get(), order.get(), limit.get(), "%s after it, at most %s");
    }

    /// @param words with two places: the amount after the order, and the limit
    private Verdict fits(Money before, Money order, Money limit, String words) {
        Money after = before.plus(size.ofWanted(order));
        return new Verdict.Told(
                after.compareTo(limit) <= 0,
                words.formatted(after, limit),
                true,
                size.units(limit.minus(before), order));
    }
}
