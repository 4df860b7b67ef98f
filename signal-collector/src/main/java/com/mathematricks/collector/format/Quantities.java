package com.mathematricks.collector.format;

import static java.util.Map.entry;

import com.mathematricks.model.signal.QuantityUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How much, and what the number counts.
record Quantities(@Nullable BigDecimal quantity, QuantityUnit unit) {

    static final String[] NAMES = {"quantity", "qty", "contracts", "order_contracts"};

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final Words<QuantityUnit> UNITS =
            Words.of(
                    entry("fixed_quantity", QuantityUnit.UNITS),
                    entry("dollar_amount", QuantityUnit.NOTIONAL),
                    entry("risk_dollar_amount", QuantityUnit.RISK_AMOUNT),
                    entry("percent_of_equity", QuantityUnit.PERCENT_OF_EQUITY),
                    entry("percent_of_position", QuantityUnit.PERCENT_OF_POSITION),
                    entry("risk_percent", QuantityUnit.RISK_PERCENT));

    static Quantities read(Fields fields, boolean bridge) {
        BigDecimal quantity = fields.read(Numbers::positive, NAMES);
        if (quantity == null && volumeIsQuantity(fields)) {
            quantity = fields.read(Numbers::positive, "volume");
        }
        QuantityUnit unit = bridge ? fields.read(UNITS::read, "quantity_type") : null;
        if (unit != null && quantity == null) {
            throw Refusal.missing(fields.path() + "quantity", Numbers.ACCEPTED);
        }
        if (unit == QuantityUnit.PERCENT_OF_POSITION
                && quantity != null
                && quantity.compareTo(WHOLE) > 0) {
            throw fields.require(field -> field, "", NAMES)
                    .wrong("at most 100 per cent of the position", "write 50 for half of it");
        }
        return new Quantities(quantity, unit == null ? QuantityUnit.UNITS : unit);
    }

    static void require(Fields fields) {
        var _ = fields.require(Numbers::positive, Numbers.ACCEPTED, NAMES);
    }

    /// Beside the other numbers of a bar, `volume` is what the market traded.
    private static boolean volumeIsQuantity(Fields fields) {
        return !(fields.has("open") && fields.has("high") && fields.has("low"));
    }
}
