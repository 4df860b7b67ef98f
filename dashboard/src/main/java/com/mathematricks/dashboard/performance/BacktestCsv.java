package com.mathematricks.dashboard.performance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads daily returns from text: on each line a date and a return, separated by a comma, a
/// semicolon or a tab; a first line with the names of the columns may stand above. All lines are
/// read, and each that is wrong is named.
final class BacktestCsv {

    static final int MOST_LINES = 20_000;

    /// Errors that are told one by one.
    static final int TOLD = 20;

    private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");
    private static final Pattern HEADER = Pattern.compile("(?i)\\s*\"?date\"?\\s*[,;\t].*");
    private static final int SHOWN = 40;

    /// @param returns oldest first; of a text with errors those that could be read
    /// @param errors in the order of their lines
    record Result(List<DailyReturn> returns, List<String> errors) {

        Result {
            returns = List.copyOf(returns);
            errors = List.copyOf(errors);
        }
    }

    private final LocalDate today;
    private final Map<LocalDate, Double> returns = new TreeMap<>();
    private final Map<LocalDate, Integer> lines = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private int wrong;

    private BacktestCsv(LocalDate today) {
        this.today = today;
    }

    /// @param today no date may be later
    static Result read(String text, LocalDate today) {
        var csv = new BacktestCsv(today);
        List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
        if (lines.size() > MOST_LINES) {
            return new Result(
                    List.of(),
                    List.of(
                            "The file has %d lines; %d are read at most."
                                    .formatted(lines.size(), MOST_LINES)));
        }
        for (int at = 0; at < lines.size(); at++) {
            csv.read(at + 1, lines.get(at));
        }
        return csv.result();
    }

    private void read(int line, String text) {
        boolean header = line == 1 && HEADER.matcher(text).matches();
        if (text.isBlank() || header) {
            return;
        }
        String[] fields = SEPARATOR.split(text, -1);
        if (fields.length != 2) {
            wrong(line, text, "a date and a return, separated by one comma, semicolon or tab");
            return;
        }
        Optional<LocalDate> date = date(line, unquoted(fields[0]));
        Optional<Double> value = value(line, unquoted(fields[1]));
        if (date.isPresent() && value.isPresent()) {
            keep(line, date.get(), value.get());
        }
    }

    private void keep(int line, LocalDate date, double value) {
        Integer before = lines.putIfAbsent(date, line);
        if (before == null) {
            returns.put(date, value);
        } else {
            wrong(line, date.toString(), "each date once; it is on line " + before + " already");
        }
    }

    private Optional<LocalDate> date(int line, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isAfter(today)) {
                return Optional.of(date);
            }
            wrong(line, text, "a date that is not in the future");
        } catch (DateTimeParseException _) {
            wrong(line, text, "a date such as 2026-01-31");
        }
        return Optional.empty();
    }

    private Optional<Double> value(int line, String text) {
        boolean percent = text.endsWith("%");
        String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (!NUMBER.matcher(digits).matches()) {
            wrong(line, text, "a return such as 0.012 or 1.2%");
            return Optional.empty();
        }
        double value = Double.parseDouble(digits) / (percent ? 100 : 1);
        if (Math.abs(value) > 1) {
            wrong(
                    line,
                    text,
                    "a return from -1 to 1; "
                            + MetricLine.number(OptionalDouble.of(value * 100), 0)
                            + " % in a day is not taken, and 1.2 % is written 0.012 or 1.2%");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static String unquoted(String field) {
        String text = field.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private void wrong(int line, String value, String accepted) {
        wrong++;
        if (wrong <= TOLD) {
            String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
            errors.add("Line %d: '%s'; accepted: %s.".formatted(line, shown, accepted));
        }
    }

    private Result result() {
        if (wrong > TOLD) {
            errors.add("And %d more.".formatted(wrong - TOLD));
        }
        if (wrong == 0 && returns.size() < 2) {
            errors.add("The file holds %d days; two are the least.".formatted(returns.size()));
        }
        return new Result(
                returns.entrySet().stream()
                        .map(day -> new DailyReturn(day.getKey(), day.getValue()))
                        .toList(),
                errors);
    }
}
