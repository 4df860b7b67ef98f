package com.mathematricks.engine;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.performance.ClosingDays;
import com.mathematricks.engine.performance.ClosingTimes;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys below `trader.day-close`.
///
/// @param hour 0 to 23: when a day is closed, on the clocks of `zone`; the default is an hour after
///   New York's stock exchanges close, and when forex and futures begin a new day
@ConfigurationProperties("trader.day-close")
public record DayCloseSettings(
        @DefaultValue("17") int hour, @DefaultValue("America/New_York") ZoneId zone) {

    ClosingTimes times() {
        return new ClosingTimes(hour, zone);
    }

    /// When DAY orders end where the market has no hours.
    Instant endOfDay(Instrument instrument, Instant moment) {
        return times().next(moment, ClosingDays.of(instrument.type()));
    }
}
