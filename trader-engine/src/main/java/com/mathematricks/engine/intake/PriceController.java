package com.mathematricks.engine.intake;

import com.mathematricks.engine.EngineService;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.instrument.Resolution;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Takes prices: of TradingView price alerts, or of a feed.
@RestController
final class PriceController {

    private record Known(InstrumentId instrument, KnownPrice price) {}

    private final EngineService service;
    private final InstrumentTable instruments;
    private final Clock clock;

    PriceController(EngineService service, InstrumentTable instruments, Clock clock) {
        this.service = service;
        this.instruments = instruments;
        this.clock = clock;
    }

    @PostMapping("/api/v1/prices")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void prices(@RequestBody JsonNode body) {
        service.engine();
        Instant now = clock.instant();
        List<Known> known =
                new PriceReader(now).read(body).stream().map(posted -> known(posted, now)).toList();
        known.forEach(price -> service.price(price.instrument(), price.price()));
    }

    private Known known(PostedPrice posted, Instant now) {
        Resolution resolution =
                instruments.resolve(
                        posted.instrument(),
                        now.atZone(ZoneOffset.UTC).toLocalDate(),
                        _ -> false,
                        false);
        return switch (resolution) {
            case Resolution.Unknown(String reason) ->
                    throw new RefusedPriceException(
                            posted.place() + "instrument",
                            posted.instrument().toString(),
                            "an instrument that the engine knows (" + reason + ")");
            case Resolution.Found(Instrument instrument, List<String> _) ->
                    new Known(instrument.id(), posted.price());
        };
    }
}
