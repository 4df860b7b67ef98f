package com.mathematricks.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "1.500, 1.5",
        "1E+2, 100",
        "0E-20, 0",
        "-0.10, -0.1",
        "1E-33, 0.000000000000000000000000000000001",
        "9999999999999999999999999999999999, 9999999999999999999999999999999999"
    })
    void oneNumberHasOneForm(String written, String normal) {
        BigDecimal normalised = Decimals.normalised(new BigDecimal(written));
        assertThat(normalised).isEqualTo(new BigDecimal(normal));
        assertThat(Decimals.plain(new BigDecimal(written))).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+2147483647",
                "1E-2147483647",
                "1e400",
                "1e34",
                "99999999999999999999999999999999999",
                "1.0000000000000000000000000000000001"
            })
    void whatTheStoreCannotHoldIsRefusedAtOnce(String written) {
        var number = new BigDecimal(written);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThatThrownBy(() -> Decimals.normalised(number))
                                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void zeroOfAnyScaleIsZero() {
        assertThat(Decimals.normalised(new BigDecimal("0E+2147483647"))).isEqualTo(BigDecimal.ZERO);
    }
}
