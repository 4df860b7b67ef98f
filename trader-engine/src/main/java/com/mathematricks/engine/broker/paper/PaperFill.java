package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One execution of a paper order.
///
/// @param number running number in the account
/// @param reference the price that it was filled by; null in fills stored without it
/// @param fee in the account's currency
record PaperFill(
        String id,
        long number,
        Quantity quantity,
        Price price,
        @Nullable Price reference,
        Money fee,
        String priceSource,
        Instant at) {

    /// What the market was at, without cost and slip where that is known.
    Price market() {
        return reference == null ? price : reference;
    }

    PaperFill withFee(Money charged) {
        return new PaperFill(id, number, quantity, price, reference, charged, priceSource, at);
    }
}
