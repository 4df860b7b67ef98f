package com.mathematricks.engine.instrument;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionContract;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that can be traded, with all that sizing, checks and fills need to know of it.
///
/// @param symbol without exchange
/// @param currency that its price is quoted in
/// @param tick smallest step of its price
/// @param lot smallest step of a quantity
/// @param multiplier units of the quote currency that one point of one contract is worth
/// @param margin null for a cash instrument; for an option it counts where the option is short
/// @param expiry last day of trading
/// @param derived true: made by a rule from what the sender said, the table does not hold it
public record Instrument(
        InstrumentId id,
        InstrumentType type,
        String symbol,
        @Nullable String exchange,
        Currency currency,
        BigDecimal tick,
        Quantity lot,
        Quantity minQuantity,
        BigDecimal multiplier,
        @Nullable MarginRule margin,
        @Nullable LocalDate expiry,
        @Nullable OptionContract option,
        boolean derived) {

    public Instrument {
        tick = Decimals.normalised(tick);
        multiplier = Decimals.normalised(multiplier);
        if (tick.signum() <= 0 || multiplier.signum() <= 0 || lot.isZero()) {
            throw new IllegalArgumentException(
                    "%s: tick %s, lot %s, multiplier %s".formatted(id, tick, lot, multiplier));
        }
    }

    /// Price × quantity × multiplier, unrounded; of an option the premium.
    public Money notional(Price price, Quantity quantity) {
        return price.times(quantity, multiplier, currency);
    }

    /// To a whole number of ticks, and never below one.
    public Price roundToTick(Price price, RoundingMode rounding) {
        BigDecimal ticks = price.value().divide(tick, 0, rounding).max(BigDecimal.ONE);
        return new Price(ticks.multiply(tick));
    }

    /// Unrounded; empty for a cash instrument.
    public Optional<Money> initialMargin(Price price, Quantity quantity) {
        return Optional.ofNullable(
                switch (margin) {
                    case null -> null;
                    case MarginRule.PerContract(BigDecimal amount) ->
                            new Money(amount, currency).times(quantity.units());
                    case MarginRule.OfNotional(var percent) ->
                            percent.of(notional(price, quantity));
                    case MarginRule.OfStrike(var percent) ->
                            notional(price, quantity)
                                    .plus(percent.of(notional(strikeOr(price), quantity)));
                });
    }

    private Price strikeOr(Price price) {
        return option == null ? price : option.strike();
    }

    /// True from the day after its last day of trading.
    public boolean isExpired(LocalDate today) {
        return expiry != null && expiry.isBefore(today);
    }
}
