package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.PaperSettings;
import java.util.Objects;

/// What a market order pays beside the price that is known: half the distance between bid and ask,
/// and the slip of price until it is filled.
record PaperCosts(Percentage halfSpread, Percentage slippage) {

    private static final Percentage BY_DEFAULT = Percentage.of("0.01");

    static PaperCosts of(PaperSettings settings) {
        return new PaperCosts(
                Objects.requireNonNullElse(settings.halfSpread(), BY_DEFAULT),
                Objects.requireNonNullElse(settings.slippage(), BY_DEFAULT));
    }
}
