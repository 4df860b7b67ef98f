package com.mathematricks.dashboard.performance;

import com.mathematricks.service.store.Documents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A closed day of a scope, as the engine wrote it.
///
/// @param paidIn what the scope started with and all flows since
/// @param growth the day's return; null where it is not defined
/// @param gapDays days right before it that were not closed and whose profit and loss it holds;
///   null: none
public record PnlDay(
        String scope,
        LocalDate date,
        Instant at,
        String currency,
        BigDecimal equity,
        BigDecimal paidIn,
        BigDecimal flows,
        BigDecimal pnl,
        @Nullable BigDecimal growth,
        @Nullable Integer gapDays) {

    static PnlDay of(Document document) {
        var copy = new Document(document);
        copy.append("growth", copy.remove("return"));
        return Documents.read(copy, PnlDay.class);
    }

    Optional<DailyReturn> dailyReturn() {
        return Optional.ofNullable(growth)
                .map(fraction -> new DailyReturn(date, fraction.doubleValue()));
    }

    public String percent() {
        return MetricLine.percent(
                growth == null ? OptionalDouble.empty() : OptionalDouble.of(growth.doubleValue()));
    }

    CurvePoint point() {
        return new CurvePoint(date, equity.doubleValue());
    }
}
