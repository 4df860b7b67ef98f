package com.mathematricks.engine.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.Side;
import com.mathematricks.service.store.Documents;
import java.math.BigDecimal;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final Trail FIVE = Trail.by(new BigDecimal("5"));
    private static final Trail TWO_PERCENT = Trail.by(Percentage.of("2"));

    @Test
    void standsBelowTheHighestForASellerAndAboveTheLowestForABuyer() {
        assertThat(FIVE.stop(Side.SELL, Price.of("150"))).contains(Price.of("145"));
        assertThat(FIVE.stop(Side.BUY, Price.of("150"))).contains(Price.of("155"));
        assertThat(TWO_PERCENT.stop(Side.SELL, Price.of("150.01"))).contains(Price.of("147.0098"));
        assertThat(TWO_PERCENT.stop(Side.BUY, Price.of("150"))).contains(Price.of("153"));
    }

    @Test
    void isNowhereAtZeroOrBelow() {
        assertThat(FIVE.stop(Side.SELL, Price.of("5"))).isEmpty();
        assertThat(FIVE.stop(Side.SELL, Price.of("5.01"))).contains(Price.of("0.01"));
    }

    @Test
    void isOneOfTheTwoAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trail(null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trail(BigDecimal.ONE, Percentage.of("1")));
        assertThatIllegalArgumentException().isThrownBy(() -> Trail.by(BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Trail.by(Percentage.of("-1")));
    }

    @Test
    void isReadAsItIsStored() {
        assertThat(Documents.read(Documents.of(FIVE), Trail.class)).isEqualTo(FIVE);
        assertThat(Documents.read(Documents.of(TWO_PERCENT), Trail.class)).isEqualTo(TWO_PERCENT);
    }

    @Test
    void isAbsentInTermsStoredBeforeThereWereAny() {
        Document stored =
                Document.parse(
                        """
                        {instrument: "AAPL", side: "BUY", type: "MARKET", timeInForce: "DAY", role: "ENTRY"}
                        """);
        stored.put("quantity", new org.bson.types.Decimal128(BigDecimal.TEN));

        assertThat(Documents.read(stored, OrderTerms.class).trail()).isNull();
    }
}
