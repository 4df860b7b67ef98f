package com.mathematricks.engine.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");

    private final Order order = TestOrder.buy("A", "10").order();

    private static Order in(OrderStatus status) {
        Order order = TestOrder.buy("A", "10").order();
        return switch (status) {
            case NEW -> order;
            case SUBMITTED -> order.to(OrderStatus.SUBMITTED, null, AT);
            case FILLED ->
                    order.to(OrderStatus.SUBMITTED, null, AT)
                            .filled(Quantity.of("10"), Price.of("1"), AT);
            case PARTIALLY_FILLED ->
                    order.to(OrderStatus.SUBMITTED, null, AT)
                            .filled(Quantity.of("4"), Price.of("1"), AT);
            case ACCEPTED, CANCELLED, REJECTED, EXPIRED, UNKNOWN ->
                    order.to(OrderStatus.SUBMITTED, null, AT).to(status, "why", AT);
        };
    }

    private static Set<OrderStatus> mayFollow(OrderStatus status) {
        var following = EnumSet.noneOf(OrderStatus.class);
        for (OrderStatus next : OrderStatus.values()) {
            if (next != status && OrderTransitions.allowed(status, next)) {
                following.add(next);
            }
        }
        return following;
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void refusesWhatCannotFollow(OrderStatus status) {
        Order at = in(status);
        for (OrderStatus next : OrderStatus.values()) {
            if (next == status) {
                continue;
            }
            if (mayFollow(status).contains(next)) {
                assertThat(at.to(next, null, AT).status()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> at.to(next, null, AT))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(status + " to " + next);
            }
        }
    }

    @Test
    void nothingFollowsAnEnd() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(mayFollow(status).isEmpty()).as("%s", status).isEqualTo(status.isFinal());
        }
    }

    @Test
    void unknownMayBecomeAnythingThatABrokerSays() {
        assertThat(mayFollow(OrderStatus.UNKNOWN))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(OrderStatus.NEW, OrderStatus.UNKNOWN)));
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void fillIsAppliedInEveryStatus(OrderStatus status) {
        Order before = in(status);
        Order after = before.filled(Quantity.of("1"), Price.of("2"), AT);
        assertThat(after.progress().filled())
                .isEqualTo(before.progress().filled().plus(Quantity.of("1")));
    }

    @Test
    void lastFillCompletesEvenACancelledOrder() {
        Order cancelled = in(OrderStatus.CANCELLED);
        assertThat(cancelled.filled(Quantity.of("9"), Price.of("1"), AT).status())
                .isEqualTo(OrderStatus.CANCELLED);
        Order complete = cancelled.filled(Quantity.of("10"), Price.of("1"), AT);
        assertThat(complete.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(complete.progress().reason()).isNull();
    }

    @Test
    void averagePriceWeighsTheFills() {
        assertThat(order.averagePrice()).isEmpty();
        // (4 × 10 + 6 × 11) ÷ 10 = 10.6
        Order filled =
                order.filled(Quantity.of("4"), Price.of("10"), AT)
                        .filled(Quantity.of("6"), Price.of("11"), AT);
        assertThat(filled.averagePrice()).contains(Price.of("10.6"));
    }

    @Test
    void remainingCountsForNothingOnceItEnded() {
        Order partly = in(OrderStatus.PARTIALLY_FILLED);
        assertThat(partly.remainingNet()).isEqualTo(NetQuantity.of("6"));
        assertThat(partly.to(OrderStatus.CANCELLED, null, AT).remainingNet())
                .isEqualTo(NetQuantity.FLAT);
    }

    @Test
    void priceHasToFitTheType() {
        OrderTerms terms = order.terms();
        assertThatThrownBy(() -> TestOrder.buy("A", "0").order())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new OrderTerms(
                                terms.instrument(),
                                terms.side(),
                                terms.type(),
                                terms.quantity(),
                                Price.of("1"),
                                null,
                                terms.timeInForce(),
                                terms.role()))
                .hasMessageContaining("MARKET order with limit 1");
    }
}
