package com.mathematricks.standalone.demo;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The demo's month, from the readable file `demo/month.txt`, whose head explains its lines.
///
/// @param steps in the order of their times
public record DemoScript(List<Step> steps) {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final int DAYS = 22;

    public sealed interface Step {
        Instant at();
    }

    /// Prices that everybody sees, by ticker.
    record Prices(Instant at, Map<String, String> prices) implements Step {}

    /// What TradingView would post to the strategy's webhook.
    record Message(Instant at, String strategy, String body) implements Step {}

    /// @param today in New York; the month's last day is the last weekday before it
    public static DemoScript builtIn(LocalDate today) {
        try (InputStream file =
                        Objects.requireNonNull(
                                DemoScript.class.getResourceAsStream("/demo/month.txt"));
                var lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return read(lines.lines().toList(), today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DemoScript read(List<String> lines, LocalDate today) {
        List<LocalDate> days = weekdaysBefore(today);
        var steps = new ArrayList<Step>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Step step = step(line, number, days);
                if (!steps.isEmpty() && step.at().isBefore(steps.getLast().at())) {
                    throw wrong(number, "it is before the line above it");
                }
                steps.add(step);
            }
        }
        return new DemoScript(List.copyOf(steps));
    }

    private static Step step(String line, int number, List<LocalDate> days) {
        String[] words = line.split(" ", 4);
        if (words.length < 4) {
            throw wrong(
                    number, "it needs a day, a time, and prices or a strategy with its message");
        }
        Instant at = at(words[0], words[1], number, days);
        return words[2].equals("prices")
                ? new Prices(at, prices(words[3], number))
                : new Message(at, words[2], words[3]);
    }

    private static Instant at(String day, String time, int number, List<LocalDate> days) {
        try {
            LocalDate date = days.get(Integer.parseInt(day) - 1);
            return date.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            throw wrong(number, "day " + day + " is not one of 1 to " + DAYS);
        } catch (DateTimeException _) {
            throw wrong(number, "time " + time + " is not like 09:35");
        }
    }

    private static Map<String, String> prices(String words, int number) {
        Map<String, String> prices = new LinkedHashMap<>();
        for (String pair : words.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw wrong(number, "price " + pair + " is not like AAPL=230.5");
            }
            prices.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return prices;
    }

    private static List<LocalDate> weekdaysBefore(LocalDate today) {
        var days = new ArrayList<LocalDate>();
        for (LocalDate day = today.minusDays(1); days.size() < DAYS; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.addFirst(day);
            }
        }
        return days;
    }

    private static CommandFailedException wrong(int number, String why) {
        return CommandFailedException.because("demo/month.txt, line %d: %s".formatted(number, why));
    }

    /// Before anything happens in it.
    public Instant start() {
        return steps.getFirst().at().minusSeconds(60);
    }
}
