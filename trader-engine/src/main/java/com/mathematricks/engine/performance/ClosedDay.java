package com.mathematricks.engine.performance;

import com.mathematricks.model.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scope's day at its close.
///
/// @param date of the close, in the zone of the closing hour
/// @param paidIn what it started with and all flows until now
/// @param flows what was paid in (above zero) or taken out since the day before
/// @param pnl equity − flows − the equity of the day before
/// @param growth the day's return; null where the equity of the day before was zero or less
/// @param gapDays days right before this one that should have been closed and were not: this day's
///   profit and loss is theirs too
public record ClosedDay(
        PnlScope scope,
        LocalDate date,
        Money equity,
        Money paidIn,
        Money flows,
        Money pnl,
        @Nullable Return growth,
        int gapDays) {

    /// @param before the scope's last closed day; empty, or of another currency: this is the first,
    ///   and what counts as the equity before it is what was paid in
    public static ClosedDay of(Worth now, LocalDate date, int gapDays, Optional<ClosedDay> before) {
        Optional<ClosedDay> last =
                before.filter(day -> day.equity.currency().equals(now.equity().currency()));
        Money flows =
                last.map(day -> now.paidIn().minus(day.paidIn))
                        .orElseGet(() -> Money.zero(now.equity().currency()));
        Money previous = last.map(ClosedDay::equity).orElse(now.paidIn());
        return new ClosedDay(
                now.scope(),
                date,
                now.equity(),
                now.paidIn(),
                flows,
                now.equity().minus(flows).minus(previous),
                Return.of(now.equity(), flows, previous).orElse(null),
                gapDays);
    }
}
