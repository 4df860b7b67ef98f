package com.mathematricks.engine.intake;

import com.mathematricks.engine.EngineService;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.instrument.Resolution;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalLeg;
import java.time.Clock;
import java.time.ZoneOffset;

/// Takes note of the prices that a signal states; they mark and trigger only its own strategy's.
final class SignalPrices {

    private final EngineService service;
    private final InstrumentTable instruments;
    private final Clock clock;

    SignalPrices(EngineService service, InstrumentTable instruments, Clock clock) {
        this.service = service;
        this.instruments = instruments;
        this.clock = clock;
    }

    void note(Signal signal) {
        if (signal.sentAt() == null) {
            return;
        }
        for (SignalLeg leg : signal.legs()) {
            if (leg.price() != null
                    && instruments.resolve(
                                    leg.instrument(),
                                    clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                                    _ -> false,
                                    false)
                            instanceof Resolution.Found(var instrument, _)) {
                service.price(
                        instrument.id(),
                        KnownPrice.ofSignal(leg.price(), signal.sentAt(), signal.strategy()));
            }
        }
    }
}
