package com.mathematricks.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.model.order.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void quantityIsNeverNegative() {
        assertThatThrownBy(() -> Quantity.of("-0.1")).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> Quantity.of("1").minus(Quantity.of("2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Quantity.of("1").minusAtMost(Quantity.of("2"))).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.of("3").minusAtMost(Quantity.of("2"))).isEqualTo(Quantity.of("1"));
    }

    @ParameterizedTest
    @CsvSource({"10.9, 1, 10", "0.9, 1, 0", "0.00123, 0.0005, 0.001", "100, 30, 90", "5, 5, 5"})
    void quantityIsRoundedDownToTheLot(String units, String lot, String rounded) {
        assertThat(Quantity.of(units).roundedDownTo(Quantity.of(lot)))
                .isEqualTo(Quantity.of(rounded));
    }

    @Test
    void partOfAQuantityIsRoundedOnce() {
        // 10 × 2 ÷ 3 = 6.67
        assertThat(
                        Quantity.of("10")
                                .times(new BigDecimal("2"), new BigDecimal("3"), Quantity.of("1")))
                .isEqualTo(Quantity.of("6"));
        // 9 × 1 ÷ 3 is 3 exactly, not 2.
        assertThat(Quantity.of("9").times(BigDecimal.ONE, new BigDecimal("3"), Quantity.of("1")))
                .isEqualTo(Quantity.of("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-1"})
    void priceIsAboveZero(String price) {
        assertThatThrownBy(() -> Price.of(price)).hasMessageContaining("above 0");
    }

    @Test
    void netQuantityHasASign() {
        assertThat(NetQuantity.of(Side.SELL, Quantity.of("3"))).isEqualTo(NetQuantity.of("-3"));
        assertThat(NetQuantity.of("-3").size()).isEqualTo(Quantity.of("3"));
        assertThat(NetQuantity.of("-3").isShort()).isTrue();
        assertThat(NetQuantity.of("-3").plus(NetQuantity.of("3.0"))).isEqualTo(NetQuantity.FLAT);
        assertThat(NetQuantity.of("2").minus(NetQuantity.of("5"))).hasToString("-3");
    }

    @Test
    void percentMeansPercent() {
        assertThat(Percentage.of("10").of(Money.of("200", Currency.USD)))
                .isEqualTo(Money.of("20", Currency.USD));
        assertThat(Percentage.of("0.50")).hasToString("0.5 %");
    }

    @ParameterizedTest
    @CsvSource({"usd, 2", "EUR, 2", "JPY, 0", "USDT, 8", "BTC, 8"})
    void currencyKnowsItsDecimals(String code, int decimals) {
        assertThat(new Currency(code).decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U", "US$", "ABCDEFGHIJK", "U D"})
    void currencyIsACode(String code) {
        assertThatThrownBy(() -> new Currency(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
