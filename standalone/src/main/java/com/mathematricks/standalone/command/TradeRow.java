package com.mathematricks.standalone.command;

import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.standalone.terminal.CommandFailedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// One row of the list: a trade's entry or exit.
///
/// @param line of the file, where the header is line 1
record TradeRow(
        int line,
        int trade,
        Instant at,
        boolean isLong,
        boolean isExit,
        boolean isStillOpen,
        Price price,
        Quantity quantity) {

    private static final String TYPES = "Entry long, Exit long, Entry short or Exit short";

    static TradeRow of(int line, Map<String, String> cells, ZoneId zone) {
        var row = new Cells(line, cells);
        String type =
                row.read(
                                "Type",
                                name -> name.equals("type"),
                                TYPES,
                                text -> text.toLowerCase(Locale.ROOT))
                        .strip();
        if (!List.of("entry long", "exit long", "entry short", "exit short").contains(type)) {
            throw row.wrong("Type", type, TYPES);
        }
        boolean isExit = type.startsWith("exit");
        boolean open =
                isExit
                        && row.cell(name -> name.equals("signal"))
                                .filter(signal -> signal.equalsIgnoreCase("open"))
                                .isPresent();
        return new TradeRow(
                line,
                row.read("Trade #", name -> name.startsWith("trade"), "a number", Integer::valueOf),
                row.read(
                        "Date and time",
                        name -> name.startsWith("date"),
                        "a time such as 2026-03-02 14:30",
                        text -> time(text, zone)),
                type.endsWith("long"),
                isExit,
                open,
                row.read(
                        "Price",
                        name -> name.startsWith("price"),
                        "a number above 0, with a point and without commas",
                        Price::of),
                row.read(
                        "Position size (qty)",
                        name ->
                                name.equals("contracts")
                                        || name.contains("(qty)")
                                        || name.equals("qty")
                                        || name.equals("quantity"),
                        "a number above 0, with a point and without commas",
                        TradeRow::quantity));
    }

    private static Quantity quantity(String text) {
        Quantity quantity = Quantity.of(text);
        if (quantity.units().signum() <= 0) {
            throw new IllegalArgumentException("not above 0");
        }
        return quantity;
    }

    private static Instant time(String text, ZoneId zone) {
        String iso = text.replace(' ', 'T');
        if (iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:?\\d\\d")) {
            return OffsetDateTime.parse(iso).toInstant();
        }
        return iso.contains("T")
                ? LocalDateTime.parse(iso).atZone(zone).toInstant()
                : LocalDate.parse(iso).atStartOfDay(zone).toInstant();
    }

    /// The row's cells by the names of their columns, which differ between TradingView's versions.
    private record Cells(int line, Map<String, String> cells) {

        Optional<String> cell(Predicate<String> column) {
            return cells.entrySet().stream()
                    .filter(cell -> column.test(cell.getKey().strip().toLowerCase(Locale.ROOT)))
                    .map(Map.Entry::getValue)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .findFirst();
        }

        <T> T read(
                String name,
                Predicate<String> column,
                String accepted,
                Function<String, T> reader) {
            String text = cell(column).orElse("");
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw wrong(name, text, accepted);
            }
        }

        CommandFailedException wrong(String name, String text, String accepted) {
            return CommandFailedException.because(
                    "line %d: %s is '%s'; accepted: %s".formatted(line, name, text, accepted));
        }
    }
}
