package com.mathematricks.engine.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the order and the size of the fills, no cent is lost.
class PositionPropertyTest {

    private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");

    @ParameterizedTest(name = "seed {0} in {1}")
    @CsvSource({"1, USD, 1", "2, JPY, 1", "3, USDT, 1", "4, USD, 50", "5, USD, 0.01", "6, JPY, 7"})
    void paidIsCostLessWhatWasRealized(long seed, String code, String multiplier) {
        var random = new Random(seed);
        var currency = new Currency(code);
        var key =
                new PositionKey(
                        new AccountId("paper"), new StrategyName("demo"), new InstrumentId("X"));
        Position position = Position.flat(key, new BigDecimal(multiplier), currency, currency, AT);
        Money paid = Money.zero(currency);
        for (int fill = 0; fill < 2_000; fill++) {
            AppliedFill applied =
                    PositionArithmetic.apply(
                            position,
                            random.nextBoolean() ? Side.BUY : Side.SELL,
                            new Quantity(decimal(random, 100_000, 3)),
                            new Price(decimal(random, 1_000_000, 4)),
                            Money.zero(currency),
                            random.nextBoolean() ? "E" + random.nextInt(5) : null,
                            null,
                            amount -> amount,
                            AT);
            position = applied.position();
            paid = paid.plus(applied.paid());
            String at = "seed %d, fill %d".formatted(seed, fill);
            assertThat(position.totalCost().minus(position.realizedPnl())).as(at).isEqualTo(paid);
            assertThat(position.totalCost().amount().scale())
                    .as(at)
                    .isLessThanOrEqualTo(currency.decimals());
            Quantity inLots =
                    position.lots().stream()
                            .map(EntryLot::left)
                            .reduce(Quantity.ZERO, Quantity::plus);
            assertThat(inLots).as(at).isLessThanOrEqualTo(position.quantity().size());
        }
    }

    private static BigDecimal decimal(Random random, int most, int scale) {
        return BigDecimal.valueOf(1 + random.nextInt(most), scale);
    }
}
