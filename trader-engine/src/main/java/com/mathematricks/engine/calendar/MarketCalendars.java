package com.mathematricks.engine.calendar;

import com.mathematricks.model.instrument.InstrumentType;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The calendars that are known, and which of them is an instrument's.
public final class MarketCalendars {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Set<String> INDIAN = Set.of("NSE", "BSE");

    /// Those of the rules for US stocks and for futures in `instruments.yml`.
    private static final Set<String> AMERICAN =
            Set.of(
                    "NASDAQ",
                    "NYSE",
                    "AMEX",
                    "ARCA",
                    "NYSEARCA",
                    "NYSEAMERICAN",
                    "BATS",
                    "CBOE",
                    "CBOEBZX",
                    "IEX",
                    "OTC",
                    "SMART",
                    "ISLAND",
                    "US",
                    "CME",
                    "CME_MINI",
                    "CBOT",
                    "CBOT_MINI",
                    "COMEX",
                    "COMEX_MINI",
                    "NYMEX",
                    "NYMEX_MINI",
                    "GLOBEX",
                    "ECBOT");

    private static final LocalTime FIVE_PM = LocalTime.of(17, 0);

    private final MarketCalendar usStocks;
    private final MarketCalendar usStocksExtended;
    private final MarketCalendar usOptions;
    private final MarketCalendar globex;
    private final MarketCalendar forex;
    private final MarketCalendar nse;

    /// @param listed by name: `us`, `globex`, `nse`
    MarketCalendars(Map<String, ListedHolidays> listed) {
        usStocks = us("US stocks", LocalTime.of(9, 30), LocalTime.of(16, 0), 13, listed);
        usStocksExtended =
                us(
                        "US stocks with extended hours",
                        LocalTime.of(4, 0),
                        LocalTime.of(20, 0),
                        17,
                        listed);
        usOptions = us("US options", LocalTime.of(9, 30), LocalTime.of(16, 0), 13, listed);
        globex =
                calendar(
                        "US futures",
                        new DayHours(FIVE_PM, true, LocalTime.of(16, 0), CHICAGO),
                        new GlobexHolidays(),
                        of("globex", listed));
        forex =
                new MarketCalendar(
                        "currencies",
                        new DayHours(FIVE_PM, true, FIVE_PM, NEW_YORK),
                        Holidays.NONE,
                        null);
        nse =
                calendar(
                        "Indian stocks",
                        new DayHours(LocalTime.of(9, 15), false, LocalTime.of(15, 30), INDIA),
                        Holidays.NONE,
                        of("nse", listed));
    }

    private static MarketCalendar us(
            String name,
            LocalTime opens,
            LocalTime closes,
            int halfDayHour,
            Map<String, ListedHolidays> listed) {
        return calendar(
                name,
                new DayHours(opens, false, closes, NEW_YORK),
                new UsStockHolidays(LocalTime.of(halfDayHour, 0)),
                of("us", listed));
    }

    private static MarketCalendar calendar(
            String name, DayHours hours, Holidays rules, ListedHolidays listed) {
        return new MarketCalendar(name, hours, rules.after(listed), listed.knownUntil());
    }

    private static ListedHolidays of(String name, Map<String, ListedHolidays> listed) {
        return Optional.ofNullable(listed.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no calendar " + name));
    }

    /// @param exchange null: the usual one of that type
    /// @param extendedHours whether the hours before and after the regular ones count too
    public MarketStatus at(
            InstrumentType type, @Nullable String exchange, boolean extendedHours, Instant now) {
        if (type == InstrumentType.CRYPTO || type == InstrumentType.PERPETUAL) {
            return new MarketStatus.Open("crypto never closes", null);
        }
        return of(type, exchange, extendedHours)
                .map(calendar -> calendar.at(now))
                .orElseGet(() ->
                        new MarketStatus.Open(
                                "taken as open",
                                "the hours of %s are not known".formatted(exchange)));
    }

    /// Empty where the market never closes, or where its hours are not known.
    public Optional<MarketCalendar> of(
            InstrumentType type, @Nullable String exchange, boolean extendedHours) {
        MarketCalendar usual =
                switch (type) {
                    case STOCK -> extendedHours ? usStocksExtended : usStocks;
                    case OPTION -> usOptions;
                    case FUTURE -> globex;
                    case FOREX -> forex;
                    case CRYPTO, PERPETUAL -> null;
                };
        if (usual == null || type == InstrumentType.FOREX) {
            return Optional.ofNullable(usual);
        }
        if (exchange != null && INDIAN.contains(exchange)) {
            return Optional.of(nse);
        }
        return exchange == null || AMERICAN.contains(exchange)
                ? Optional.of(usual)
                : Optional.empty();
    }
}
