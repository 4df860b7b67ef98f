package com.mathematricks.engine.calendar;

import java.time.LocalDate;
import java.util.Optional;

/// Which days are not ordinary.
@FunctionalInterface
interface Holidays {

    Holidays NONE = _ -> Optional.empty();

    Optional<Holiday> on(LocalDate day);

    /// Days of `first` go before those of this.
    default Holidays after(Holidays first) {
        return day -> first.on(day).or(() -> on(day));
    }
}
