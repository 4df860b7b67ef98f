package com.mathematricks.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.overview.EquityCurve.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquityCurveTest {

    private static Point point(long second, String equity) {
        return new Point(Instant.ofEpochSecond(second), new BigDecimal(equity));
    }

    @Test
    void drawsFromLeftToRightWithRoomAboveAndBelow() {
        var curve =
                EquityCurve.of(
                        List.of(point(0, "100"), point(50, "200"), point(100, "150")), "USD");

        // The span of 100 takes 240 ÷ 1.16 = 206.9; 8 % of room is 16.6.
        assertThat(curve.line()).isEqualTo("M0.0 223.4L500.0 16.6L1000.0 120.0");
        assertThat(curve.area()).endsWith("L1000 240L0 240Z");
        assertThat(curve.lowest().text()).isEqualTo("100.00");
        assertThat(curve.highest().text()).isEqualTo("200.00");
    }

    @Test
    void drawsALineWhereNothingMoves() {
        assertThat(EquityCurve.of(List.of(point(0, "0"), point(0, "0")), "USD").line())
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }
}
