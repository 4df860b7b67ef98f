package com.mathematricks.engine.instrument;

import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers that instruments of one row or rule share; see `Instrument` for their meaning.
record Terms(
        BigDecimal tick,
        Quantity lot,
        Quantity minQuantity,
        BigDecimal multiplier,
        @Nullable MarginRule margin) {}
