package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.Marks;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import java.util.Optional;

/// The prices that a decision may use.
public interface PriceView extends Marks {

    /// Neither a signal's own nor older than five minutes.
    Optional<KnownPrice> independent(InstrumentId instrument);
}
