/// Exact amounts: money with its currency, prices, quantities and percentages. Nothing here knows a
/// broker, a clock or a store.
@NullMarked
package com.mathematricks.model.money;

import org.jspecify.annotations.NullMarked;
