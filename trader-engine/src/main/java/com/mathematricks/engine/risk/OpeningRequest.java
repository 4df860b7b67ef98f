package com.mathematricks.engine.risk;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.calendar.MarketStatus;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order that would enlarge a position, with all that the checks compare it to.
///
/// @param wanted what the sizing came to: more than the quantity where a limit has cut it
/// @param price what the order is valued at: its limit, else the signal's price, else the last
///   known one
/// @param independent a price that is neither the signal's own nor old
/// @param fee the estimated fee, in the account's currency
/// @param age of the signal; null where unknown, negative where it comes from the future
/// @param market of the instrument, now
public record OpeningRequest(
        StrategySettings strategy,
        AccountSettings account,
        Limits overall,
        Instrument instrument,
        Side side,
        Quantity quantity,
        Quantity wanted,
        Price price,
        Optional<KnownPrice> independent,
        Conversion conversion,
        Money fee,
        @Nullable Duration age,
        Instant now,
        MarketStatus market,
        Portfolio portfolio) {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
    private static final Quantity ONE = Quantity.of("1");

    /// The strictest of all places; empty: no limit.
    Optional<BigDecimal> limit(LimitKey key) {
        return Limits.strictest(key, strategy.limits(), account.limits(), overall);
    }

    /// Price × quantity × multiplier, in the account's currency.
    Money notional() {
        return conversion.convert(instrument.notional(price, quantity));
    }

    /// What the order puts at risk: notional for cash instruments, initial margin for the others.
    Money exposure() {
        return conversion.convert(Exposure.of(instrument, price, side, quantity));
    }

    /// What the order adds to the account's gross notional.
    Money gross() {
        return conversion.convert(Exposure.gross(instrument, price, side, quantity));
    }

    /// The way that the order leans.
    Side direction() {
        return Exposure.direction(instrument, side);
    }

    /// The strategy's position after the order.
    NetQuantity strategyNetAfter() {
        return portfolio.strategyNet(instrument, side).plus(NetQuantity.of(side, quantity));
    }

    NetQuantity accountNetAfter() {
        return portfolio.accountNet(instrument, side).plus(NetQuantity.of(side, quantity));
    }

    boolean isLive() {
        return strategy.mode() == TradingMode.LIVE;
    }

    /// Units whose exposure is `room`, not rounded to the lot; zero where there is no room.
    Quantity unitsOfExposure(Money room) {
        return units(room, Exposure.of(instrument, price, side, ONE));
    }

    /// Units that add `room` to the gross notional, not rounded to the lot.
    Quantity unitsOfGross(Money room) {
        return units(room, Exposure.gross(instrument, price, side, ONE));
    }

    /// Units whose notional is `room`, not rounded to the lot.
    Quantity unitsOfNotional(Money room) {
        return units(room, instrument.notional(price, ONE));
    }

    /// @param ofOne in the quote currency, unrounded: a cheap coin is worth less than a cent
    private Quantity units(Money room, Money ofOne) {
        if (!room.isPositive() || !ofOne.isPositive()) {
            return Quantity.ZERO;
        }
        BigDecimal units =
                room.amount()
                        .multiply(conversion.divisor())
                        .divide(ofOne.amount(), 12, RoundingMode.DOWN);
        return new Quantity(units.min(LARGEST));
    }
}
