package com.mathematricks.model.whatif;

import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.util.function.Function;

/// Which checks another set of limits concerns; what the others said stays.
record ChangedLimits(LimitPlaces before, LimitPlaces after) {

    boolean concern(KeptCheck check) {
        return switch (check.code()) {
            case "SIGNAL_STALE" ->
                    check.number("age").isPresent() && strictest(LimitKey.MAX_SIGNAL_AGE);
            case "ORDER_QUANTITY" -> strictest(LimitKey.MAX_ORDER_QUANTITY);
            case "ORDER_NOTIONAL" ->
                    strictest(LimitKey.MAX_ORDER_NOTIONAL) || stated(LimitKey.MAX_ORDER_NOTIONAL);
            case "PRICE_COLLAR" -> strictest(LimitKey.PRICE_COLLAR_PERCENT);
            case "POSITION_LIMIT" -> strictest(LimitKey.MAX_POSITION_PERCENT);
            case "BROKER_ALLOCATION" -> strictest(LimitKey.MAX_BROKER_ALLOCATION_PERCENT);
            case "STRATEGY_CAPITAL" ->
                    strictest(LimitKey.LEVERAGE)
                            || before.capital().compareTo(after.capital()) != 0;
            case "GROSS_LEVERAGE" -> strictest(LimitKey.MAX_GROSS_LEVERAGE);
            case "NET_EXPOSURE" -> strictest(LimitKey.MAX_NET_EXPOSURE_PERCENT);
            case "BUYING_POWER", "MARGIN" -> strictest(LimitKey.LEVERAGE);
            case "OPEN_POSITIONS" -> strictest(LimitKey.MAX_OPEN_POSITIONS);
            case "ORDER_RATE" ->
                    anyPlace(LimitKey.MAX_ORDERS_PER_MINUTE)
                            || stated(LimitKey.MAX_ORDERS_PER_MINUTE);
            case "REPEATED_EXECUTION" ->
                    anyPlace(LimitKey.MAX_EXECUTIONS) || anyPlace(LimitKey.EXECUTIONS_WINDOW);
            case "DAILY_LOSS" -> anyPlace(LimitKey.MAX_DAILY_LOSS_PERCENT);
            case "DRAWDOWN" -> anyPlace(LimitKey.MAX_DRAWDOWN_PERCENT);
            default -> false;
        };
    }

    boolean ofSizes() {
        return before.onLimit() != after.onLimit();
    }

    private boolean strictest(LimitKey key) {
        return differs(places -> places.strictest(key));
    }

    private boolean stated(LimitKey key) {
        return differs(places -> places.isStated(key));
    }

    /// Of the limits that are counted where they were set.
    private boolean anyPlace(LimitKey key) {
        return differs(
                places -> places.all().stream().map((Limits place) -> place.number(key)).toList());
    }

    private boolean differs(Function<LimitPlaces, Object> part) {
        return !part.apply(before).equals(part.apply(after));
    }
}
