package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.table.Row;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the paper broker charges, from the table `paper-fees.yml`; of several rows that fit, the
/// first.
public final class PaperFees {

    private static final String OURS = "paper-fees.yml";

    private final List<FeeRow> rows;

    private PaperFees(List<FeeRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /// @param usersOwn a table that takes the place of ours; null: ours
    public static PaperFees load(@Nullable Path usersOwn) {
        try (Reader reader = usersOwn == null ? resource() : Files.newBufferedReader(usersOwn)) {
            return read(usersOwn == null ? OURS : usersOwn.toString(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the table of paper fees cannot be read", e);
        }
    }

    private static Reader resource() {
        return new InputStreamReader(
                Objects.requireNonNull(PaperFees.class.getResourceAsStream("/" + OURS)),
                StandardCharsets.UTF_8);
    }

    static PaperFees read(String name, Reader content) {
        return new PaperFees(
                Row.read(name, content).only("fees").rows("fees").stream()
                        .map(PaperFees::row)
                        .toList());
    }

    private static FeeRow row(Row row) {
        row.only(
                "type",
                "quoted_in",
                "currency",
                "per_unit",
                "percent",
                "minimum",
                "maximum",
                "maximum_percent",
                "intraday_zone",
                "source",
                "date");
        return new FeeRow(
                row.constant("type", InstrumentType.class)
                        .orElseThrow(() -> row.fault("type is missing")),
                currency(row, "quoted_in"),
                currency(row, "currency"),
                row.notNegative("per_unit").orElse(BigDecimal.ZERO),
                row.notNegative("percent").orElse(BigDecimal.ZERO),
                row.notNegative("minimum").orElse(BigDecimal.ZERO),
                row.positive("maximum").orElse(null),
                row.positive("maximum_percent").orElse(null),
                zone(row));
    }

    private static @Nullable Currency currency(Row row, String key) {
        try {
            return row.text(key).map(Currency::new).orElse(null);
        } catch (IllegalArgumentException e) {
            throw row.fault(key, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable ZoneId zone(Row row) {
        try {
            return row.text("intraday_zone").map(ZoneId::of).orElse(null);
        } catch (DateTimeException e) {
            throw row.fault("intraday_zone", String.valueOf(e.getMessage()));
        }
    }

    /// What an order will cost that opens a position, in the instrument's quote currency. Fixed
    /// amounts in a currency without a rate are left out of the estimate.
    public Money estimate(Instrument instrument, Price price, Quantity quantity) {
        return row(instrument)
                .filter(row -> row.intradayZone() == null)
                .map(row ->
                        charge(
                                row,
                                instrument,
                                price,
                                quantity,
                                new Conversion(instrument.currency(), BigDecimal.ONE),
                                fixed(row, instrument, price, instrument.currency())
                                        .orElse(BigDecimal.ZERO)))
                .orElse(Money.zero(instrument.currency()));
    }

    /// In the account's currency, rounded as cash is; empty where no rate for it is known.
    ///
    /// @param closesFrom when what the fill closes was opened; null where it opens
    Optional<Money> fee(
            Instrument instrument,
            Price price,
            Quantity quantity,
            Conversion toAccount,
            @Nullable Instant closesFrom,
            Instant now) {
        Optional<FeeRow> found = row(instrument);
        if (found.isEmpty()) {
            return Optional.of(Money.zero(toAccount.to()));
        }
        FeeRow row = found.get();
        ZoneId zone = row.intradayZone();
        if (zone != null && (closesFrom == null || !sameDay(closesFrom, now, zone))) {
            return Optional.of(Money.zero(toAccount.to()));
        }
        BigDecimal sides = zone == null ? BigDecimal.ONE : BigDecimal.TWO;
        return fixed(row, instrument, price, toAccount.to())
                .map(fixed -> charge(row, instrument, price, quantity, toAccount, fixed))
                .map(charge -> charge.times(sides).rounded());
    }

    private static Money charge(
            FeeRow row,
            Instrument instrument,
            Price price,
            Quantity quantity,
            Conversion conversion,
            BigDecimal fixed) {
        BigDecimal value =
                instrument
                        .notional(price, quantity)
                        .amount()
                        .divide(conversion.divisor(), MathContext.DECIMAL128);
        return new Money(
                row.charge(value, quantity.units(), fixed).round(MathContext.DECIMAL128),
                conversion.to());
    }

    /// The factor from the row's fixed amounts to the target currency: 1 in the same currency or
    /// another dollar, else by the pair's own price.
    private static Optional<BigDecimal> fixed(
            FeeRow row, Instrument instrument, Price price, Currency target) {
        Currency stated = row.currency() == null ? instrument.currency() : row.currency();
        if (!row.hasFixedAmounts() || Conversion.bookedIn(stated, target).equals(target)) {
            return Optional.of(BigDecimal.ONE);
        }
        boolean pair = instrument.type() == InstrumentType.FOREX;
        if (pair && instrument.symbol().equals(stated.code() + target.code())) {
            return Optional.of(price.value());
        }
        if (pair && instrument.symbol().equals(target.code() + stated.code())) {
            return Optional.of(BigDecimal.ONE.divide(price.value(), MathContext.DECIMAL128));
        }
        return Optional.empty();
    }

    private static boolean sameDay(Instant one, Instant other, ZoneId zone) {
        return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }

    private Optional<FeeRow> row(Instrument instrument) {
        return rows.stream().filter(row -> row.fits(instrument)).findFirst();
    }
}
