package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Opening;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.engine.risk.OpeningRequest;
import com.mathematricks.engine.risk.RiskChecks;
import com.mathematricks.engine.sizing.Sizer;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks what a decision would open. Legs that are decided together are opened together or not at
/// all.
final class Openings {

    /// A leg with the quantity that may be opened.
    record Approved(PlannedLeg leg, Quantity quantity) {}

    /// @param failures failed checks, in order; empty: all was approved
    /// @param reduced the limit that a size was cut to
    record Result(
            List<Approved> approved, List<CheckResult> failures, Optional<CheckResult> reduced) {}

    private final Signal signal;
    private final Situation situation;
    private final StrategySettings strategy;
    private final AccountSettings account;
    private final AccountView view;
    private final List<CheckResult> checks;
    private final List<String> sizing;

    /// @param checks filled with every check's outcome
    /// @param sizing filled with what a limit did to a size
    Openings(
            Signal signal,
            Situation situation,
            StrategySettings strategy,
            AccountSettings account,
            AccountView view,
            List<CheckResult> checks,
            List<String> sizing) {
        this.signal = signal;
        this.situation = situation;
        this.strategy = strategy;
        this.account = account;
        this.view = view;
        this.checks = checks;
        this.sizing = sizing;
    }

    Result check(List<PlannedLeg> legs) {
        var approved = new ArrayList<Approved>();
        var failures = new ArrayList<CheckResult>();
        Optional<CheckResult> reduced = Optional.empty();
        for (PlannedLeg leg : legs) {
            if (leg.plan().opening().isEmpty()) {
                continue;
            }
            Opening opening = leg.plan().opening().get();
            Optional<CheckResult> impossible = impossible(leg);
            if (impossible.isPresent()) {
                checks.add(impossible.get());
                failures.add(impossible.get());
                continue;
            }
            List<CheckResult> results =
                    RiskChecks.check(request(leg, opening.quantity(), opening.quantity()));
            Optional<Quantity> smaller =
                    reduced(
                            results,
                            onLimit(strategy, account, situation.settings().overall()),
                            signal.legs().size(),
                            leg.instrument());
            if (smaller.isPresent()) {
                reduced = RiskChecks.firstFailed(results);
                sizing.add(
                        "reduced from %s to %s: %s"
                                .formatted(
                                        opening.quantity(),
                                        smaller.get(),
                                        reduced.map(CheckResult::text).orElse("")));
                results = RiskChecks.check(request(leg, smaller.get(), opening.quantity()));
            }
            checks.addAll(results);
            RiskChecks.firstFailed(results).ifPresent(failures::add);
            Quantity quantity = smaller.orElse(opening.quantity());
            approved.add(new Approved(leg, quantity));
            // The next leg is judged with this one filled.
            Order order =
                    new LegOrders(signal, situation, strategy)
                            .entry(leg, opening, quantity, OrderPlan.AT_ONCE);
            view.plan(order, leg.instrument());
        }
        return new Result(approved, failures, failures.isEmpty() ? reduced : Optional.empty());
    }

    private Optional<CheckResult> impossible(PlannedLeg leg) {
        return notAllowed(leg.instrument())
                .or(() -> Unsupported.in(leg.leg()))
                .or(() ->
                        leg.price().isEmpty()
                                ? Optional.of(
                                        CheckResult.failed(
                                                "NO_PRICE",
                                                "No price of %s is known: neither the signal nor the price store has one"
                                                        .formatted(leg.instrument().id())))
                                : Optional.empty())
                .or(() ->
                        leg.conversion().isEmpty()
                                ? Optional.of(
                                        CheckResult.failed(
                                                "NO_FX_RATE",
                                                "No rate from %s to %s is known, so %s cannot be valued"
                                                        .formatted(
                                                                leg.instrument().currency(),
                                                                account.currency(),
                                                                leg.instrument().id())))
                                : Optional.empty())
                .or(() ->
                        leg.bracket()
                                .problem(
                                        leg,
                                        leg.plan().opening().orElseThrow().side(),
                                        leg.price().orElseThrow()))
                .map(result -> result.about(leg.instrument().id().value()));
    }

    private Optional<CheckResult> notAllowed(Instrument instrument) {
        List<String> listed = strategy.instruments();
        boolean allowed =
                listed.isEmpty()
                        || listed.stream()
                                .anyMatch(name ->
                                        name.equalsIgnoreCase(instrument.id().value())
                                                || name.equalsIgnoreCase(instrument.symbol()));
        return allowed
                ? Optional.empty()
                : Optional.of(
                        CheckResult.failed(
                                "NOT_ALLOWED",
                                "%s is not on the list of strategy %s: %s"
                                        .formatted(
                                                instrument.id(),
                                                strategy.name(),
                                                String.join(", ", listed))));
    }

    /// The largest size that every failed check would let pass, where that is wanted. Legs that are
    /// decided together keep their ratio, so none of them is reduced.
    static Optional<Quantity> reduced(
            List<CheckResult> results, OnLimit onLimit, int legs, Instrument instrument) {
        List<CheckResult> failed = results.stream().filter(result -> !result.passed()).toList();
        boolean reduces = onLimit == OnLimit.REDUCE && legs == 1 && !failed.isEmpty();
        if (!reduces || failed.stream().anyMatch(result -> result.allowed().isEmpty())) {
            return Optional.empty();
        }
        return failed.stream()
                .map(result -> result.allowed().orElseThrow())
                .min(Quantity::compareTo)
                .map(most -> most.roundedDownTo(instrument.lot()))
                .filter(quantity -> !Sizer.tooSmall(instrument, quantity));
    }

    static OnLimit onLimit(StrategySettings strategy, AccountSettings account, Limits overall) {
        return Stream.of(strategy.limits(), account.limits(), overall)
                .map(limits -> limits.onLimit())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(OnLimit.DENY);
    }

    private OpeningRequest request(PlannedLeg leg, Quantity quantity, Quantity wanted) {
        var price = leg.price().orElseThrow();
        var conversion = leg.conversion().orElseThrow();
        Money fee = conversion.convert(situation.fees().fee(leg.instrument(), price, quantity));
        return new OpeningRequest(
                strategy,
                account,
                situation.settings().overall(),
                leg.instrument(),
                leg.plan().opening().orElseThrow().side(),
                quantity,
                wanted,
                price,
                situation.prices().independent(leg.instrument().id()),
                conversion,
                fee,
                signal.sentAt() == null ? null : Duration.between(signal.sentAt(), situation.now()),
                situation.now(),
                new OpenMarkets(situation).of(leg.instrument(), account.id()),
                view);
    }
}
