package com.mathematricks.dashboard.performance;

import com.mathematricks.dashboard.ledger.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The day that is not closed yet, reckoned as the engine will do when it closes it.
///
/// @param growth null where nothing was there that could grow
/// @param since the last closed day; null: none is
public record LiveDay(
        String currency,
        BigDecimal equity,
        BigDecimal flows,
        BigDecimal pnl,
        @Nullable BigDecimal growth,
        @Nullable LocalDate since) {

    private static final int DECIMALS = 12;

    /// @param paidIn what the scope started with and all flows until now
    static LiveDay of(
            String currency, BigDecimal paidIn, BigDecimal equity, Optional<PnlDay> before) {
        Optional<PnlDay> last = before.filter(day -> day.currency().equals(currency));
        BigDecimal flows = last.map(day -> paidIn.subtract(day.paidIn())).orElse(BigDecimal.ZERO);
        BigDecimal previous = last.map(PnlDay::equity).orElse(paidIn);
        BigDecimal pnl = equity.subtract(flows).subtract(previous);
        return new LiveDay(
                currency,
                equity,
                flows,
                pnl,
                previous.signum() > 0
                        ? pnl.divide(previous, DECIMALS, RoundingMode.HALF_EVEN)
                        : null,
                last.map(PnlDay::date).orElse(null));
    }

    public Amount worth() {
        return new Amount(equity, currency);
    }

    public String percent() {
        return MetricLine.percent(
                growth == null ? OptionalDouble.empty() : OptionalDouble.of(growth.doubleValue()));
    }
}
