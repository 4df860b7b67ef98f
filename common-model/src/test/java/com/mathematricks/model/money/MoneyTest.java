package com.mathematricks.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency JPY = new Currency("JPY");

    private static Money usd(String amount) {
        return Money.of(amount, Currency.USD);
    }

    @Test
    void equalAmountsAreEqual() {
        assertThat(usd("1.50")).isEqualTo(usd("1.5")).hasToString("1.5 USD");
        assertThat(usd("100")).isEqualTo(usd("1E+2")).hasToString("100 USD");
    }

    @Test
    void currenciesAreNeverMixed() {
        var yen = Money.of("1", JPY);
        assertThatThrownBy(() -> usd("1").plus(yen)).hasMessageContaining("1 USD with 1 JPY");
        assertThatThrownBy(() -> usd("1").minus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usd("1").compareTo(yen))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2.345, USD, 2.34",
        "2.355, USD, 2.36",
        "-2.345, USD, -2.34",
        "2.5, JPY, 2",
        "3.5, JPY, 4",
        "0.123456785, USDT, 0.12345678"
    })
    void cashIsRoundedToTheEvenCent(String amount, String currency, String rounded) {
        var money = Money.of(amount, new Currency(currency));
        assertThat(money.rounded().amount()).isEqualByComparingTo(rounded);
    }

    @Test
    void shareIsRoundedAndTheWholeIsExact() {
        assertThat(usd("100").share(BigDecimal.ONE, new BigDecimal("3"))).isEqualTo(usd("33.33"));
        assertThat(usd("100").share(new BigDecimal("3"), new BigDecimal("3")))
                .isEqualTo(usd("100"));
    }

    @Test
    void productOfManyDigitsIsRoundedNotRefused() {
        // 34 digits × 3: the 35th digit is rounded away.
        Money third = usd("33.33333333333333333333333333333333");
        assertThat(third.times(new BigDecimal("3.3")).rounded()).isEqualTo(usd("110"));
        Price price = Price.of("14.28571428571428571428571428571429");
        assertThat(price.times(Quantity.of("7"), BigDecimal.ONE, Currency.USD).rounded())
                .isEqualTo(usd("100"));
    }
}
