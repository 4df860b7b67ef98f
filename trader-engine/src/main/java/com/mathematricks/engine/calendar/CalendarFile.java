package com.mathematricks.engine.calendar;

import com.mathematricks.engine.table.Row;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads `calendars.yml`.
public final class CalendarFile {

    private static final String NAME = "calendars.yml";

    private CalendarFile() {}

    public static MarketCalendars load() {
        try (Reader content =
                new InputStreamReader(
                        Objects.requireNonNull(CalendarFile.class.getResourceAsStream("/" + NAME)),
                        StandardCharsets.UTF_8)) {
            return read(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MarketCalendars read(Reader content) {
        return new MarketCalendars(
                Row.read(NAME, content).only("calendars").rows("calendars").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.requiredText("calendar"), ListedHolidays::of)));
    }
}
