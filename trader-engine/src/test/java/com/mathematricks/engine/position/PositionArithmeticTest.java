package com.mathematricks.engine.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionArithmeticTest {

    private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");
    private static final Currency USD = Currency.USD;
    private static final PositionKey KEY =
            new PositionKey(
                    new AccountId("paper"), new StrategyName("demo"), new InstrumentId("X"));

    private Position position = flat("1");

    private static Position flat(String multiplier) {
        return Position.flat(KEY, new BigDecimal(multiplier), USD, USD, AT);
    }

    private AppliedFill fill(Side side, String quantity, String price, @Nullable String entry) {
        AppliedFill applied =
                PositionArithmetic.apply(
                        position,
                        side,
                        Quantity.of(quantity),
                        Price.of(price),
                        usd("0"),
                        entry,
                        null,
                        amount -> amount,
                        AT);
        position = applied.position();
        return applied;
    }

    private AppliedFill buy(String quantity, String price) {
        return fill(Side.BUY, quantity, price, "A");
    }

    private AppliedFill sell(String quantity, String price) {
        return fill(Side.SELL, quantity, price, null);
    }

    private static Money usd(String amount) {
        return Money.of(amount, USD);
    }

    @Test
    void entriesAverageTheirCost() {
        buy("10", "100");
        buy("5", "106");

        // (10 × 100 + 5 × 106) ÷ 15 = 1530 ÷ 15 = 102
        assertThat(position.totalCost()).isEqualTo(usd("1530"));
        assertThat(position.averagePrice()).contains(Price.of("102"));
    }

    @Test
    void partialCloseTakesItsRoundedShareOfTheCost() {
        buy("3", "33.33");

        // Cost 99.99; one of three is 33.33. Sold at 40: 40 − 33.33 = 6.67.
        assertThat(sell("1", "40").realized()).isEqualTo(usd("6.67"));
        assertThat(position.totalCost()).isEqualTo(usd("66.66"));
    }

    @Test
    void roundingIsNeverLost() {
        buy("3", "33.335");
        // 100.005 is cash of 100.00 (HALF_EVEN); a third is 33.33, then a half of 66.67 is 33.34
        // (33.335 to the even cent), and what is left is 33.33.
        assertThat(sell("1", "30").realized()).isEqualTo(usd("-3.33"));
        assertThat(position.totalCost()).isEqualTo(usd("66.67"));
        assertThat(sell("1", "30").realized()).isEqualTo(usd("-3.34"));
        assertThat(sell("1", "30").realized()).isEqualTo(usd("-3.33"));
        assertThat(position.totalCost()).isEqualTo(usd("0"));
        // 90 − 100.00
        assertThat(position.realizedPnl()).isEqualTo(usd("-10"));
    }

    @Test
    void shortWinsWhereThePriceFalls() {
        fill(Side.SELL, "10", "50", "A");
        assertThat(position.totalCost()).isEqualTo(usd("-500"));

        // Sold for 50, bought back for 45: 4 × 5 = 20.
        assertThat(fill(Side.BUY, "4", "45", null).realized()).isEqualTo(usd("20"));
        // 6 × (50 − 52) = −12
        assertThat(position.unrealizedPnl(Price.of("52"))).isEqualTo(usd("-12"));
    }

    @Test
    void flipClosesThenOpensTheRest() {
        buy("10", "100");
        AppliedFill flip = fill(Side.SELL, "25", "110", "B");

        // 10 × 10 = 100 realized; 15 short at 110 = −1650.
        assertThat(flip.realized()).isEqualTo(usd("100"));
        assertThat(flip.paid()).isEqualTo(usd("-2750"));
        assertThat(position.quantity()).isEqualTo(NetQuantity.of("-15"));
        assertThat(position.totalCost()).isEqualTo(usd("-1650"));
        assertThat(position.lots()).extracting(EntryLot::entry).containsExactly("B");
    }

    @Test
    void orderThatClosesAnEntryNeverOpensIt() {
        buy("10", "100");
        fill(Side.SELL, "12", "100", "A");

        assertThat(position.quantity()).isEqualTo(NetQuantity.of("-2"));
        assertThat(position.lots()).isEmpty();
    }

    @Test
    void futuresCountTheirMultiplier() {
        position = flat("50");
        buy("2", "5000.25");
        assertThat(position.totalCost()).isEqualTo(usd("500025"));
        // 2 × 10 points × 50 = 1000
        assertThat(sell("2", "5010.25").realized()).isEqualTo(usd("1000"));
    }

    @Test
    void closingTakesTheNamedEntryThenTheOldest() {
        fill(Side.BUY, "10", "100", "A");
        fill(Side.BUY, "5", "100", "B");
        fill(Side.BUY, "3", "100", "C");

        fill(Side.SELL, "4", "100", "B");
        assertThat(position.lots())
                .extracting(EntryLot::left)
                .containsExactly(q("10"), q("1"), q("3"));

        fill(Side.SELL, "6", "100", "B");
        // 1 of B, then 5 of A; the order of the entries stays though all are of one moment.
        assertThat(position.lots()).extracting(EntryLot::entry).containsExactly("A", "C");
        assertThat(position.lots()).extracting(EntryLot::left).containsExactly(q("5"), q("3"));
    }

    @Test
    void quantityOfUnknownOriginIsInNoLot() {
        fill(Side.BUY, "10", "100", null);
        fill(Side.BUY, "5", "100", "B");
        assertThat(position.lots()).extracting(EntryLot::left).containsExactly(q("5"));

        sell("12", "100");
        assertThat(position.lots()).isEmpty();
        assertThat(position.quantity()).isEqualTo(NetQuantity.of("3"));
    }

    @Test
    void averageOfManyDigitsCanBeValued() {
        buy("7", "14.29");
        position =
                new Position(
                        KEY,
                        position.quantity(),
                        BigDecimal.ONE,
                        usd("100"),
                        usd("0"),
                        usd("0"),
                        position.lots(),
                        BigDecimal.ONE,
                        AT);

        // 100 ÷ 7 has 34 digits; 7 of them are 100 again.
        Price average = position.averagePrice().orElseThrow();
        assertThat(position.marketValue(average)).isEqualTo(usd("100"));
        assertThat(position.unrealizedPnl(average)).isEqualTo(usd("0"));
    }

    @Test
    void termsOfAFlatPositionAreRenewed() {
        buy("10", "100");
        var held = Optional.of(position);
        assertThat(Position.orFlat(held, KEY, new BigDecimal("5"), USD, USD, AT))
                .isEqualTo(position);
        sell("10", "101");

        Position renewed =
                Position.orFlat(Optional.of(position), KEY, new BigDecimal("5"), USD, USD, AT);

        assertThat(renewed.multiplier()).isEqualByComparingTo("5");
        assertThat(renewed.realizedPnl()).isEqualTo(usd("10"));
    }

    private static Quantity q(String units) {
        return Quantity.of(units);
    }
}
