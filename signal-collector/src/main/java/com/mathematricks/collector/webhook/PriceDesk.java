package com.mathematricks.collector.webhook;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.format.ParsedPrice;
import com.mathematricks.collector.relay.Engine;
import com.mathematricks.collector.relay.EngineAnswer;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.PriceReport;
import java.time.InstantSource;

/// Hands prices on to the engine at once. They are no signals: a price that cannot be handed on is
/// not kept, and its sender is told to send again.
final class PriceDesk {

    private static final String SOURCE = "webhook";

    private final Engine engine;
    private final InstantSource clock;

    PriceDesk(Engine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    WebhookAnswer hand(ParsedPrice price, StrategyName strategy) {
        var report =
                new PriceReport(
                        price.instrument(),
                        price.price(),
                        price.at() == null ? clock.instant() : price.at(),
                        SOURCE,
                        strategy);
        return switch (engine.post(report)) {
            case EngineAnswer.Taken(), EngineAnswer.Decided(var _) ->
                    WebhookAnswer.priceTaken(strategy);
            case EngineAnswer.Refused(var reason) ->
                    WebhookAnswer.malformed(
                            new FieldError(
                                    "ticker",
                                    price.instrument().toString(),
                                    "an instrument that the engine knows",
                                    reason),
                            strategy);
            case EngineAnswer.Away(var why) -> WebhookAnswer.unavailable(strategy, why);
            case EngineAnswer.Failed(var why) -> WebhookAnswer.unavailable(strategy, why);
        };
    }
}
