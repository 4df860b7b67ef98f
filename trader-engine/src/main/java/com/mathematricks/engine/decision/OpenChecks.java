package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.engine.risk.OpeningRequest;
import com.mathematricks.engine.risk.RiskChecks;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.StrategySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The checks of what opens, made once more as the market opens: by the settings and prices of now,
/// beside what is held and works now. The age counts from the open. Together or not at all.
final class OpenChecks {

    private final Situation situation;
    private final Instant opened;
    private final List<Order> entries;
    private final List<Order> approved = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<CheckResult> failures = new ArrayList<>();

    /// @param exits of the same decision, which count as filled
    OpenChecks(Situation situation, List<Order> entries, List<Order> exits, Instant opened) {
        this.situation = situation;
        this.opened = opened;
        this.entries = entries;
        if (!entries.isEmpty()) {
            check(entries, exits);
        }
    }

    List<Order> approved() {
        return isDenied() ? List.of() : approved;
    }

    boolean isDenied() {
        return !failures.isEmpty();
    }

    String reason() {
        return isDenied()
                ? failures.getFirst().code() + ": " + failures.getFirst().text()
                : "every check passed";
    }

    /// Empty where no signal is to be told of it.
    Optional<Change> result() {
        return entries.stream()
                .findFirst()
                .map(entry -> entry.origin().signal())
                .map(signal ->
                        new Change.CheckedAtOpen(
                                signal,
                                !isDenied(),
                                isDenied() ? failures.getFirst().code() : "APPROVED",
                                isDenied() ? failures.getFirst().text() : reason(),
                                checks));
    }

    private void check(List<Order> orders, List<Order> exits) {
        Order one = orders.getFirst();
        Optional<StrategySettings> strategy =
                situation.settings().strategy(one.strategy()).filter(known -> !known.archived());
        Optional<AccountSettings> account = situation.settings().account(one.account());
        Optional<AccountBalance> balance = situation.book().balance(one.account());
        if (strategy.isEmpty()) {
            fail(CheckResult.failed("STRATEGY_UNKNOWN", one.strategy() + " is not there any more"));
            return;
        }
        if (account.isEmpty() || balance.isEmpty()) {
            fail(CheckResult.failed("BROKER_DOWN", one.account() + " is not open"));
            return;
        }
        var view = new AccountView(situation, balance.get(), one.strategy());
        view.cancelled(orders);
        view.judgesAgain(one.origin().decision());
        exits.forEach(exit -> view.plan(exit, instrument(exit)));
        for (Order order : orders) {
            Order checked = check(order, strategy.get(), account.get(), view);
            approved.add(checked);
            view.plan(checked, instrument(order));
        }
    }

    private Order check(
            Order order, StrategySettings strategy, AccountSettings account, AccountView view) {
        Instrument instrument = instrument(order);
        Optional<Price> price = price(order);
        Optional<Conversion> conversion =
                price.flatMap(at -> Conversion.of(instrument, at, account.currency()));
        Optional<CheckResult> impossible = impossible(instrument, price, conversion);
        if (impossible.isPresent()) {
            fail(impossible.get().about(instrument.id().value()));
            return order;
        }
        List<CheckResult> results =
                RiskChecks.check(
                        request(
                                order,
                                order.terms().quantity(),
                                strategy,
                                account,
                                price.orElseThrow(),
                                conversion.orElseThrow(),
                                view));
        Order reduced =
                Openings.reduced(
                                results,
                                Openings.onLimit(strategy, account, situation.settings().overall()),
                                order.origin().legs(),
                                instrument)
                        .map(order::resized)
                        .orElse(order);
        if (!reduced.equals(order)) {
            results =
                    RiskChecks.check(
                            request(
                                    reduced,
                                    order.terms().quantity(),
                                    strategy,
                                    account,
                                    price.orElseThrow(),
                                    conversion.orElseThrow(),
                                    view));
        }
        checks.addAll(results);
        RiskChecks.firstFailed(results).ifPresent(failures::add);
        return reduced;
    }

    private Optional<CheckResult> impossible(
            Instrument instrument, Optional<Price> price, Optional<Conversion> conversion) {
        if (instrument.isExpired(situation.now().atZone(ZoneOffset.UTC).toLocalDate())) {
            return Optional.of(
                    CheckResult.failed("INSTRUMENT_UNKNOWN", instrument.id() + " has expired"));
        }
        if (price.isEmpty()) {
            return Optional.of(
                    CheckResult.failed(
                            "NO_PRICE", "No price of %s is known".formatted(instrument.id())));
        }
        return conversion.isPresent()
                ? Optional.empty()
                : Optional.of(
                        CheckResult.failed(
                                "NO_FX_RATE",
                                "No rate of %s is known".formatted(instrument.currency())));
    }

    private OpeningRequest request(
            Order order,
            Quantity wanted,
            StrategySettings strategy,
            AccountSettings account,
            Price price,
            Conversion conversion,
            AccountView view) {
        Instrument instrument = instrument(order);
        Money fee =
                conversion.convert(
                        situation.fees().fee(instrument, price, order.terms().quantity()));
        Duration sinceOpen = Duration.between(opened, situation.now());
        return new OpeningRequest(
                strategy,
                account,
                situation.settings().overall(),
                instrument,
                order.terms().side(),
                order.terms().quantity(),
                wanted,
                price,
                situation.prices().independent(instrument.id()),
                conversion,
                fee,
                sinceOpen.isNegative() ? Duration.ZERO : sinceOpen,
                situation.now(),
                new OpenMarkets(situation).of(instrument, account.id()),
                view);
    }

    private void fail(CheckResult failure) {
        checks.add(failure);
        failures.add(failure);
    }

    private Optional<Price> price(Order order) {
        return Optional.ofNullable(order.terms().limitPrice())
                .or(() -> Optional.ofNullable(order.terms().stopPrice()))
                .or(() -> situation.prices().mark(order.terms().instrument(), order.strategy()))
                .or(() -> Optional.ofNullable(order.origin().signalPrice()));
    }

    private Instrument instrument(Order order) {
        return situation
                .book()
                .instrument(order.terms().instrument())
                .orElseThrow(() -> new IllegalStateException("no terms of " + order.id()));
    }
}
