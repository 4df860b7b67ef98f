package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import java.time.Instant;

/// One execution of a paper order.
///
/// @param number running number in the account
/// @param fee in the account's currency
record PaperFill(
        String id,
        long number,
        Quantity quantity,
        Price price,
        Money fee,
        String priceSource,
        Instant at) {}
