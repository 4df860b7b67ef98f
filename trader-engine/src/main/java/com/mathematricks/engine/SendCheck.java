package com.mathematricks.engine;

import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The last look before an order leaves, on its account's thread.
final class SendCheck {

    private final Ownership ownership;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private final Function<Order, ScopeState> states;

    SendCheck(
            Ownership ownership,
            Clock clock,
            Supplier<Settings> settings,
            Function<Order, ScopeState> states) {
        this.ownership = ownership;
        this.clock = clock;
        this.settings = settings;
        this.states = states;
    }

    boolean isReplaced() {
        return ownership.isReplaced();
    }

    boolean ownsTheJournal() {
        return ownership.isSure();
    }

    /// Why the order must not leave; empty: it may.
    Optional<String> refusal(Order order) {
        ScopeState state = states.apply(order);
        boolean opens = order.terms().role() == OrderRole.ENTRY;
        boolean forbidden =
                state.state() == TradingState.HALTED
                        || (opens && state.state() == TradingState.REDUCING);
        if (forbidden && !order.isCommanded()) {
            return Optional.of(
                    "NOT_SENT: trading of %s is %s: %s"
                            .formatted(state.scope(), state.state(), state.cause()));
        }
        return isStale(order)
                ? Optional.of("NOT_SENT_STALE: the signal is older than the limit")
                : Optional.empty();
    }

    /// True for an opening order whose signal is too old by now.
    boolean isStale(Order order) {
        if (order.terms().role() != OrderRole.ENTRY) {
            return false;
        }
        Duration age = Duration.between(order.freshFrom(), clock.instant());
        return limit(order)
                .filter(limit -> BigDecimal.valueOf(age.toMillis(), 3).compareTo(limit) > 0)
                .isPresent();
    }

    private Optional<BigDecimal> limit(Order order) {
        Settings now = settings.get();
        return Limits.strictest(
                LimitKey.MAX_SIGNAL_AGE,
                now.strategy(order.strategy()).map(StrategySettings::limits).orElse(Limits.UNSET),
                now.account(order.account()).map(AccountSettings::limits).orElse(Limits.UNSET),
                now.overall());
    }
}
