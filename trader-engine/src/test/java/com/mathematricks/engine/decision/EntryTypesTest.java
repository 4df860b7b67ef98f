package com.mathematricks.engine.decision;

import static com.mathematricks.engine.scenario.TestSignal.buy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.order.OrderTerms;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an entry's order carries to the broker.
class EntryTypesTest {

    private final Scenario story = new Scenario().price("AAPL", "100");

    private OrderTerms sent(TestSignal signal) {
        assertThat(story.decide(signal.quantity("10")).code()).isEqualTo("APPROVED");
        assertThat(story.sent()).containsExactly("BUY 10 AAPL");
        return story.order("BUY 10 AAPL").terms();
    }

    @Test
    void stopLimitHasBothPrices() {
        OrderTerms terms = sent(buy("AAPL").stopLimit("101", "102"));
        assertThat(terms.type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(terms.stopPrice()).isEqualTo(Price.of("101"));
        assertThat(terms.limitPrice()).isEqualTo(Price.of("102"));
        assertThat(terms.timeInForce()).isEqualTo(TimeInForce.GTC);
    }

    @Test
    void trailingStopHasItsTrail() {
        OrderTerms terms = sent(buy("AAPL").trailing("1.5"));
        assertThat(terms.type()).isEqualTo(OrderType.TRAILING_STOP);
        assertThat(terms.trail()).isEqualTo(Trail.by(new BigDecimal("1.5")));
    }

    @Test
    void orderThatRestsMayBeForTheDay() {
        OrderTerms terms = sent(buy("AAPL").limit("99").in(TimeInForce.DAY));
        assertThat(terms.timeInForce()).isEqualTo(TimeInForce.DAY);
    }

    @Test
    void deadlineIsKeptWithTheOrder() {
        var decision = story.decide(buy("AAPL").quantity("10").limit("99").cancelAfter(90));
        assertThat(decision.reason()).isEqualTo("buy 10 AAPL until 2026-11-23T15:01:30Z");
        assertThat(story.order("BUY 10 AAPL").plan().cancelAt())
                .isEqualTo(Scenario.START.plus(Duration.ofSeconds(90)));
        assertThat(story.working())
                .extracting(order -> order.terms().role().name())
                .isEqualTo(List.of("ENTRY"));
    }
}
