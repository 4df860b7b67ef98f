package com.mathematricks.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.scenario.TestSignal;
import com.mathematricks.model.money.Price;
import com.mathematricks.service.store.Collections;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MarkedValuesTest {

    private final Scenario story =
            new Scenario().with(settings -> settings.defaultQuantity("5")).price("AAPL", "190");

    private Document position(Optional<KnownPrice> price) {
        return MarkedValues.of(story.book(), story.valuation(), (_, _) -> price, story.now())
                .stream()
                .filter(marked -> marked.collection().equals(Collections.POSITIONS))
                .map(MarkedValues.Marked::worth)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhereThePriceIsFromAndWhenItIsStale() {
        story.decide(TestSignal.buy("AAPL"));
        story.fillAll();
        var quote = Optional.of(KnownPrice.quote(Price.of("190"), story.now()));

        assertThat(position(quote))
                .containsEntry("pricedAt", Date.from(story.now()))
                .containsEntry("priceSource", "QUOTE")
                .containsEntry("priceStale", false);
        story.wait(Duration.ofSeconds(60));
        assertThat(position(quote)).containsEntry("priceStale", false);
        story.wait(Duration.ofSeconds(1));
        assertThat(position(quote)).containsEntry("priceStale", true);
        assertThat(position(Optional.empty()))
                .containsEntry("priceStale", true)
                .doesNotContainKeys("pricedAt", "priceSource");
    }

    @Test
    void saysNothingOfThePriceOfWhatIsNotHeld() {
        story.decide(TestSignal.buy("AAPL"));
        story.fillAll();
        story.decide(TestSignal.exit("AAPL"));
        story.fillAll();

        assertThat(position(Optional.empty())).doesNotContainKeys("priceStale", "markPrice");
    }
}
