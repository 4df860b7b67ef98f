package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.TradingMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that limits a strategy's orders.
///
/// @param capital of the strategy, in the account's currency
public record LimitPlaces(
        Limits strategy, Limits account, Limits overall, BigDecimal capital, TradingMode mode) {

    private static final Set<LimitKey> COUNTED_APART =
            Set.of(
                    LimitKey.MAX_ORDERS_PER_MINUTE,
                    LimitKey.MAX_EXECUTIONS,
                    LimitKey.EXECUTIONS_WINDOW,
                    LimitKey.MAX_DAILY_LOSS_PERCENT,
                    LimitKey.MAX_DRAWDOWN_PERCENT);

    List<Limits> all() {
        return List.of(strategy, account, overall);
    }

    /// The strictest of all places; empty: no limit.
    public Optional<BigDecimal> strictest(LimitKey key) {
        return Limits.strictest(key, strategy, account, overall);
    }

    boolean isStated(LimitKey key) {
        return Limits.isStated(key, strategy, account, overall);
    }

    /// True where the strictest of all places is the same; never of a limit that is counted in each
    /// place where it was set.
    public boolean holdsAlike(LimitKey key, LimitPlaces other) {
        return !COUNTED_APART.contains(key)
                && isStated(key) == other.isStated(key)
                && strictest(key).equals(other.strictest(key));
    }

    Optional<Money> largestOrder(Money equity) {
        return Limits.largestOrder(equity, strategy, account, overall);
    }

    OnLimit onLimit() {
        return Stream.of(strategy, account, overall)
                .map(Limits::onLimit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(OnLimit.DENY);
    }
}
