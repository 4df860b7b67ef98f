package com.mathematricks.engine.instrument;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.money.Currency;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A family of futures: the same contract for several months.
///
/// @param months letters of the contract months, in the order of the year
record FutureRoot(
        String root,
        String exchange,
        Currency currency,
        Terms terms,
        String months,
        ExpiryRule expiry,
        FrontRule front) {

    /// How far back and ahead a held month is looked for.
    private static final int MONTHS_BACK = 24;

    private static final int MONTHS_AHEAD = 72;

    /// A holiday may make the exchange's last day of trading differ from ours by as much.
    private static final int DAYS_APART = 4;

    boolean hasMonth(YearMonth month) {
        return months.contains(FutureCode.letter(month));
    }

    Instrument contract(YearMonth month) {
        String name = root + FutureCode.letter(month) + month.getYear();
        return new Instrument(
                new InstrumentId(name),
                InstrumentType.FUTURE,
                name,
                exchange,
                currency,
                terms.tick(),
                terms.lot(),
                terms.minQuantity(),
                terms.multiplier(),
                terms.margin(),
                expiry.lastTradingDay(month),
                null,
                false);
    }

    Instrument frontMonth(LocalDate today) {
        return contract(
                months(today)
                        .filter(month -> !front.lastFrontDay(month, expiry).isBefore(today))
                        .findFirst()
                        .orElseThrow());
    }

    /// The months for which `held` is true, nearest expiry first.
    List<Instrument> held(LocalDate today, Predicate<InstrumentId> held) {
        return months(today)
                .map(this::contract)
                .filter(contract -> held.test(contract.id()))
                .toList();
    }

    /// The contract that a stated expiry means: the one that stops trading within a few days of it,
    /// else the one of its month.
    Optional<Instrument> expiring(LocalDate stated) {
        YearMonth month = YearMonth.from(stated);
        return Stream.of(month, month.plusMonths(1), month.minusMonths(1))
                .filter(this::hasMonth)
                .map(this::contract)
                .filter(contract -> isNear(contract, stated))
                .findFirst()
                .or(() -> Optional.of(month).filter(this::hasMonth).map(this::contract));
    }

    private static boolean isNear(Instrument contract, LocalDate stated) {
        LocalDate last = contract.expiry();
        return last != null
                && !last.isBefore(stated.minusDays(DAYS_APART))
                && !last.isAfter(stated.plusDays(DAYS_APART));
    }

    private Stream<YearMonth> months(LocalDate today) {
        YearMonth now = YearMonth.from(today);
        return IntStream.rangeClosed(-MONTHS_BACK, MONTHS_AHEAD)
                .mapToObj(now::plusMonths)
                .filter(this::hasMonth);
    }
}
