package com.mathematricks.engine.intake;

import com.mathematricks.engine.EngineService;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.instrument.Resolution;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.model.signal.PriceReport;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes prices: of TradingView price alerts, or of a feed.
@RestController
final class PriceController {

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
    void price(@RequestBody PriceReport report) {
        service.engine();
        Resolution resolution =
                instruments.resolve(
                        report.instrument(),
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                        _ -> false,
                        false);
        switch (resolution) {
            case Resolution.Unknown(String reason) ->
                    throw new InvalidSignalException("instrument: " + reason);
            case Resolution.Found(Instrument instrument, List<String> _) ->
                    service.price(
                            instrument.id(),
                            new KnownPrice(
                                    report.price(),
                                    report.at(),
                                    report.strategy() == null
                                            ? PriceSource.QUOTE
                                            : PriceSource.ALERT,
                                    null));
        }
    }
}
