package com.mathematricks.model.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static Limits of(String word) {
        return new Limits(Map.of(LimitKey.LEVERAGE, Limit.of(word)), null);
    }

    private static Optional<BigDecimal> strictest(Limits... places) {
        return Limits.strictest(LimitKey.LEVERAGE, places);
    }

    @Test
    void smallestOfAllPlacesHolds() {
        assertThat(strictest(of("3"), of("2"), Limits.UNSET)).contains(new BigDecimal("2"));
    }

    @Test
    void numberIsStricterThanNone() {
        assertThat(strictest(of("none"), of("2"), of("none"))).contains(new BigDecimal("2"));
    }

    @Test
    void noneTurnsTheDefaultOff() {
        assertThat(strictest(of("none"), Limits.UNSET)).isEmpty();
    }

    @Test
    void defaultHoldsWhereNobodySaysAnything() {
        assertThat(strictest(Limits.UNSET, Limits.UNSET)).contains(BigDecimal.ONE);
        assertThat(Limits.strictest(LimitKey.MAX_ORDER_QUANTITY, Limits.UNSET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "lots", ""})
    void limitIsANumberAboveZeroOrNone(String word) {
        assertThatThrownBy(() -> Limit.of(word)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keyIsWrittenInLowerCase() {
        assertThat(LimitKey.of("max_position_percent")).isEqualTo(LimitKey.MAX_POSITION_PERCENT);
        assertThatThrownBy(() -> LimitKey.of("max_positon")).hasMessageContaining("accepted are");
    }
}
