package com.mathematricks.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    private final InstrumentTable table = InstrumentFile.load(null);

    private Instrument instrument(String id) {
        return table.find(new InstrumentId(id)).orElseThrow();
    }

    @Test
    void countsTheMultiplierInTheNotional() {
        // 6000.25 × 2 × 50
        assertThat(instrument("ESZ2026").notional(Price.of("6000.25"), Quantity.of("2")))
                .isEqualTo(Money.of("600025", Currency.USD));
    }

    @Test
    void roundsToWholeTicksEitherWay() {
        Instrument future = instrument("ESZ2026");
        assertThat(future.roundToTick(Price.of("6000.26"), RoundingMode.DOWN))
                .isEqualTo(Price.of("6000.25"));
        assertThat(future.roundToTick(Price.of("6000.26"), RoundingMode.UP))
                .isEqualTo(Price.of("6000.5"));
        assertThat(future.roundToTick(Price.of("6000.25"), RoundingMode.UP))
                .isEqualTo(Price.of("6000.25"));
    }

    @Test
    void neverRoundsBelowOneTick() {
        assertThat(instrument("AAPL").roundToTick(Price.of("0.004"), RoundingMode.DOWN))
                .isEqualTo(Price.of("0.01"));
    }

    @Test
    void asksMarginPerContractOfItsNotionalOrOfTheStrike() {
        // 2 × 12650
        assertThat(instrument("ESZ2026").initialMargin(Price.of("6000"), Quantity.of("2")))
                .contains(Money.of("25300", Currency.USD));
        // 2 % of 1.08 × 10000
        assertThat(instrument("EURUSD").initialMargin(Price.of("1.08"), Quantity.of("10000")))
                .contains(Money.of("216", Currency.USD));
        // premium 4.20 × 100 × 3 = 1260, and 20 % of 150 × 100 × 3 = 9000
        assertThat(
                        instrument("AAPL 2026-12-18 150 C")
                                .initialMargin(Price.of("4.20"), Quantity.of("3")))
                .contains(Money.of("10260", Currency.USD));
        assertThat(instrument("AAPL").initialMargin(Price.of("150"), Quantity.of("1"))).isEmpty();
    }

    @Test
    void expiresAfterItsLastDayOfTrading() {
        Instrument future = instrument("ESZ2026");
        assertThat(future.expiry()).isEqualTo(LocalDate.parse("2026-12-18"));
        assertThat(future.isExpired(LocalDate.parse("2026-12-18"))).isFalse();
        assertThat(future.isExpired(LocalDate.parse("2026-12-19"))).isTrue();
        assertThat(instrument("AAPL").isExpired(LocalDate.parse("2126-01-01"))).isFalse();
    }
}
