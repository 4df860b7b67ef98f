package com.mathematricks.engine.decision;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.settings.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Everything that a decision looks at, at one moment.
///
/// @param diskProblem what is wrong with the disk; empty: nothing
/// @param brokerProblem what keeps an account's broker from trading; empty: nothing
public record Situation(
        Book book,
        Settings settings,
        InstrumentTable instruments,
        MarketCalendars calendars,
        PriceView prices,
        FeeEstimate fees,
        Function<AccountId, Optional<String>> brokerProblem,
        Optional<String> diskProblem,
        Instant now) {

    /// The number that the entry of this decision will have.
    public long nextSequence() {
        return book.sequence() + 1;
    }
}
