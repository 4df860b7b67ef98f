package com.mathematricks.engine.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Protection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopDistanceTest {

    private static StopDistance of(@Nullable Protection stop, @Nullable Side side) {
        return StopDistance.of(stop, Price.of("200"), side);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 199, true",
        "BUY, 200, false",
        "BUY, 201, false",
        "SELL, 199, false",
        "SELL, 200, false",
        "SELL, 201, true",
        ", 199, true",
        ", 201, true",
    })
    void stopIsOnTheLosingSide(@Nullable Side side, String stop, boolean known) {
        StopDistance distance = of(Protection.at(Price.of(stop)), side);
        if (known) {
            assertThat(distance)
                    .isEqualTo(
                            new StopDistance.Known(
                                    BigDecimal.ONE, "from 200 to the stop at " + stop));
        } else {
            assertThat(distance)
                    .isEqualTo(
                            new StopDistance.Unknown(
                                    "The stop at %s is not on the losing side of the price 200"
                                            .formatted(stop)));
        }
    }

    @Test
    void distancesAreTakenAsTheyAreStated() {
        var percent = Percentage.of("1.5");
        var amount = new BigDecimal("2.5");
        assertThat(of(new Protection(null, percent, null, null, null, null), Side.BUY))
                .isEqualTo(new StopDistance.Known(new BigDecimal("3.000"), "1.5 % of 200"));
        assertThat(of(new Protection(null, null, amount, null, null, null), Side.SELL))
                .isEqualTo(new StopDistance.Known(amount, "the stated distance"));
        assertThat(of(new Protection(null, null, null, null, null, percent), Side.BUY))
                .isEqualTo(new StopDistance.Known(new BigDecimal("3.000"), "1.5 % of 200"));
        assertThat(of(new Protection(null, null, null, null, amount, null), Side.BUY))
                .isEqualTo(new StopDistance.Known(amount, "the stated distance"));
    }

    @Test
    void distanceOfNothingIsNone() {
        var zero = new Protection(null, null, BigDecimal.ZERO, null, null, null);
        assertThat(of(zero, Side.BUY)).isInstanceOf(StopDistance.Unknown.class);
        var none = new Protection(null, Percentage.of("0"), null, null, null, null);
        assertThat(of(none, Side.BUY)).isInstanceOf(StopDistance.Unknown.class);
        assertThat(of(new Protection(null, null, null, Price.of("1"), null, null), Side.BUY))
                .isInstanceOf(StopDistance.Unknown.class);
        assertThat(of(null, Side.BUY)).isInstanceOf(StopDistance.Unknown.class);
    }
}
