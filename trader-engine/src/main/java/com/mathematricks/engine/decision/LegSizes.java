package com.mathematricks.engine.decision;

import com.mathematricks.engine.sizing.Size;
import com.mathematricks.model.signal.QuantityUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Finds quantities for a leg.
interface LegSizes {

    /// By the strategy's sizing.
    Size opening(@Nullable BigDecimal stated, QuantityUnit unit);

    /// Of what the leg states, whatever the strategy's sizing is.
    Size stated();
}
