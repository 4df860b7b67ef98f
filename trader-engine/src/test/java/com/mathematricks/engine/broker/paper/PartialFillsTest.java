package com.mathematricks.engine.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.settings.PaperSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialFillsTest {

    private static PaperStory inParts(long seed) {
        return new PaperStory(new PaperSettings(null, null, seed));
    }

    private static BrokerOrder found(PaperStory story, String id) {
        return story.broker().find(new ClientOrderId(id)).orElseThrow();
    }

    @Test
    void fillsMarketOrdersInPartsButAllAtOnceAndForOneMinimumFee() {
        try (var story = inParts(1)) {
            story.then("150");
            int parts = 0;
            for (int n = 0; n < 20; n++) {
                story.submit(TestOrder.buy("A" + n, "10"));
                BrokerOrder order = found(story, "A" + n);
                assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
                assertThat(order.filled()).isEqualTo(Quantity.of("10"));
                assertThat(order.fills()).extracting(BrokerFill::id).doesNotHaveDuplicates();
                // max(10 × 0.005, 1) = 1
                assertThat(order.fills().stream().map(BrokerFill::fee).reduce(Money::plus))
                        .contains(Money.of("1", Currency.USD));
                parts += order.fills().size();
            }
            assertThat(parts).isGreaterThan(25);
            assertThat(story.broker().fillsSince(Instant.EPOCH)).hasSize(parts);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void letsTheRestOfALimitWaitForAnotherPrice(long seed) {
        try (var story = inParts(seed)) {
            TestOrder order = TestOrder.buy("A1", "10").limit("149");
            story.then("150").submit(order);
            int fills = 0;
            for (int n = 0; !found(story, "A1").status().isFinal(); n++) {
                assertThat(n).isLessThan(11);
                story.then("148");
                List<BrokerFill> now = found(story, "A1").fills();
                assertThat(now).hasSize(++fills);
                story.then("again").then("restart").then("again");
                assertThat(found(story, "A1").fills()).isEqualTo(now);
            }

            assertThat(found(story, "A1").filled()).isEqualTo(Quantity.of("10"));
            assertThat(story.told()).hasSize(fills);
            // 100000 − 10 × 149 − 1
            assertThat(story.broker().account().cash()).isEqualTo(Money.of("98509", Currency.USD));
        }
    }

    @Test
    void keepsWhatWasFilledOfAnOrderThatIsCancelled() {
        try (var story = inParts(firstThatLeavesARest())) {
            TestOrder order = TestOrder.buy("A1", "10").limit("149");
            story.then("150").submit(order).then("148").cancel(order);

            BrokerOrder found = found(story, "A1");
            assertThat(found.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(found.filled()).isLessThan(Quantity.of("10"));
            assertThat(story.broker().positions().getFirst().quantity())
                    .isEqualTo(new NetQuantity(found.filled().units()));
            assertThat(story.broker().openOrders()).isEmpty();
        }
    }

    private static long firstThatLeavesARest() {
        for (long seed = 1; ; seed++) {
            try (var story = inParts(seed)) {
                story.then("150").submit(TestOrder.buy("A1", "10").limit("149")).then("148");
                if (!found(story, "A1").status().isFinal()) {
                    return seed;
                }
            }
        }
    }

    @Test
    void fillsAnFokOrderWholeAndCancelsTheRestOfAnIocOne() {
        try (var story = inParts(1)) {
            story.then("150");
            boolean cut = false;
            for (int n = 0; n < 20; n++) {
                story.submit(TestOrder.buy("F" + n, "10").limit("160").in(TimeInForce.FOK));
                assertThat(found(story, "F" + n).fills()).hasSize(1);
                story.submit(TestOrder.buy("I" + n, "10").limit("160").in(TimeInForce.IOC));
                BrokerOrder order = found(story, "I" + n);
                assertThat(order.fills()).hasSize(1);
                assertThat(order.status())
                        .isEqualTo(
                                order.filled().equals(Quantity.of("10"))
                                        ? OrderStatus.FILLED
                                        : OrderStatus.CANCELLED);
                cut |= order.status() == OrderStatus.CANCELLED;
            }
            assertThat(cut).isTrue();
        }
    }

    @Test
    void drawsTheSamePartsForTheSameSeed() {
        assertThat(parts(7)).isEqualTo(parts(7)).isNotEqualTo(parts(8));
    }

    private static List<Quantity> parts(long seed) {
        try (var story = inParts(seed)) {
            story.then("150");
            for (int n = 0; n < 20; n++) {
                story.submit(TestOrder.buy("A" + n, "10"));
            }
            return story.broker().fillsSince(Instant.EPOCH).stream()
                    .map(BrokerFill::quantity)
                    .toList();
        }
    }

    @Test
    void costsWhatTheAccountSays() {
        var dear = new PaperSettings(Percentage.of("1"), Percentage.of("0.5"), null);
        var free = new PaperSettings(Percentage.of("0"), Percentage.of("0"), null);
        // 150 × 1.015
        assertThat(bought(dear)).isEqualTo(Price.of("152.25"));
        assertThat(bought(free)).isEqualTo(Price.of("150"));
    }

    private static Price bought(PaperSettings settings) {
        try (var story = new PaperStory(settings)) {
            story.then("150").submit(TestOrder.buy("A1", "10"));
            return found(story, "A1").fills().getFirst().price();
        }
    }
}
