package com.mathematricks.engine.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSettings;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    private final TestSettings settings = Scenario.settings();
    private final List<PastOrder> past = new ArrayList<>();
    private NetQuantity held = NetQuantity.FLAT;

    @Test
    void tradesWhatNoLimitForbids() {
        order(Side.BUY, "10", "100");
        order(Side.SELL, "10", "103");

        Rehearsal rehearsal = rehearsal("AAPL");
        List<RehearsedOrder> played = rehearsal.play(past);

        assertThat(played).noneMatch(RehearsedOrder::isDenied);
        assertThat(played).extracting(RehearsedOrder::held).containsExactly(nets("10", "0"));
        // 100000 + 30 − 2 × 3
        assertThat(rehearsal.equity()).isEqualTo(Money.of("100024", Currency.USD));
    }

    @Test
    void reducesToALimit() {
        settings.limit(LimitKey.MAX_POSITION_PERCENT, "1").reduceOnLimit();
        order(Side.BUY, "20", "100");

        List<RehearsedOrder> played = rehearsal("AAPL").play(past);

        assertThat(played).allMatch(RehearsedOrder::isPartly);
        assertThat(played.getFirst().decision().code()).isEqualTo("POSITION_LIMIT");
        assertThat(played.getFirst().held()).isEqualTo(NetQuantity.of("10"));
    }

    @Test
    void deniesWhatALimitForbidsAndLeavesItsExitWithNothingToDo() {
        settings.longOnly();
        order(Side.SELL, "5", "100");
        order(Side.BUY, "5", "99");

        List<RehearsedOrder> played = rehearsal("AAPL").play(past);

        assertThat(played.getFirst().isDenied()).isTrue();
        assertThat(played.getFirst().decision().code()).isEqualTo("SHORT_NOT_ALLOWED");
        assertThat(played.get(1).decision().orders()).isEmpty();
    }

    @Test
    void turnsAroundInOneOrder() {
        order(Side.BUY, "5", "100");
        order(Side.SELL, "12", "101");

        assertThat(rehearsal("AAPL").play(past))
                .extracting(RehearsedOrder::held)
                .containsExactly(nets("5", "-7"));
    }

    @Test
    void takesFeesInTheAccountsCurrency() {
        order(Side.BUY, "10000", "150");

        Rehearsal rehearsal = rehearsal("USDJPY");
        rehearsal.play(past);

        // 3 JPY ÷ 150
        assertThat(rehearsal.equity()).isEqualTo(Money.of("99999.98", Currency.USD));
    }

    private void order(Side side, String quantity, String price) {
        NetQuantity after = held.plus(NetQuantity.of(side, Quantity.of(quantity)));
        past.add(
                new PastOrder(
                        past.size() + 2,
                        MONDAY.plus(Duration.ofMinutes(past.size())),
                        side,
                        Quantity.of(quantity),
                        Price.of(price),
                        held,
                        after));
        held = after;
    }

    private Rehearsal rehearsal(String symbol) {
        return new Rehearsal(
                settings.strategy(),
                settings.account(),
                Limits.UNSET,
                new InstrumentReference(null, symbol, null, null, null),
                (instrument, _, _) -> Money.of("3", instrument.currency()));
    }

    private static NetQuantity[] nets(String... units) {
        return java.util.Arrays.stream(units).map(NetQuantity::of).toArray(NetQuantity[]::new);
    }
}
