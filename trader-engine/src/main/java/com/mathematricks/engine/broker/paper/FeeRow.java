package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.money.Currency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The fee of one asset class. `paper-fees.yml` explains each key.
///
/// @param quotedIn only of instruments quoted in this currency; null: any
/// @param currency of the fixed amounts; null: the instrument's quote currency
/// @param percent of the value
/// @param minimum of an order; 0: none
/// @param maximum of an order; null: none
/// @param maximumPercent of the value, stronger than the minimum; null: none
/// @param intradayZone not null: charged twice on what closes on the day of its opening in that
///   zone, else not at all
record FeeRow(
        InstrumentType type,
        @Nullable Currency quotedIn,
        @Nullable Currency currency,
        BigDecimal perUnit,
        BigDecimal percent,
        BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal maximumPercent,
        @Nullable ZoneId intradayZone) {

    boolean fits(Instrument instrument) {
        return type == instrument.type()
                && (quotedIn == null || quotedIn.equals(instrument.currency()));
    }

    boolean hasFixedAmounts() {
        return perUnit.signum() != 0 || minimum.signum() != 0 || maximum != null;
    }

    /// @param value of the order, in the currency of the fee
    /// @param fixed makes of the row's fixed amounts such of the fee's currency: a factor
    BigDecimal charge(BigDecimal value, BigDecimal units, BigDecimal fixed) {
        BigDecimal charge =
                perUnit.multiply(units)
                        .multiply(fixed)
                        .add(value.multiply(percent).movePointLeft(2))
                        .max(minimum.multiply(fixed));
        if (maximum != null) {
            charge = charge.min(maximum.multiply(fixed));
        }
        return maximumPercent == null
                ? charge
                : charge.min(
                        value.multiply(maximumPercent)
                                .movePointLeft(2)
                                .round(MathContext.DECIMAL128));
    }
}
