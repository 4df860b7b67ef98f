package com.mathematricks.model.instrument;

import com.mathematricks.model.money.Price;
import java.time.LocalDate;

/// A listed option by its terms; `underlying` is the symbol without exchange, upper case.
public record OptionContract(
        String underlying, LocalDate expiry, Price strike, OptionRight right) {}
