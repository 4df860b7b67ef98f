package com.mathematricks.engine.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A future's name: root and month (`ESZ2026`, `ESZ26`, `ESZ6`), or root and place in the row of
/// months (`ES1!`).
///
/// @param month null where the place is given
/// @param place 1 is the front month; 0 where the month is given
record FutureCode(String root, @Nullable YearMonth month, int place) {

    static final String MONTH_LETTERS = "FGHJKMNQUVXZ";

    private static final Pattern FORM =
            Pattern.compile(
                    "([A-Z0-9]{1,4}?)(?:([%s])(\\d{4}|\\d{1,2})|([1-9])!)"
                            .formatted(MONTH_LETTERS));

    /// A year of one or two digits is the nearest that ends so: from four years before `today`'s to
    /// five after for one digit, of this century for two.
    static Optional<FutureCode> parse(String symbol, LocalDate today) {
        Matcher matcher = FORM.matcher(symbol);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String root = matcher.group(1);
        if (matcher.group(4) != null) {
            return Optional.of(new FutureCode(root, null, Integer.parseInt(matcher.group(4))));
        }
        int month = MONTH_LETTERS.indexOf(matcher.group(2)) + 1;
        int year = year(matcher.group(3), today.getYear());
        return Optional.of(new FutureCode(root, YearMonth.of(year, month), 0));
    }

    private static int year(String digits, int thisYear) {
        int stated = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 4 -> stated;
            case 2 -> 2000 + stated;
            default -> thisYear - 4 + Math.floorMod(stated - (thisYear - 4), 10);
        };
    }

    static String letter(YearMonth month) {
        return MONTH_LETTERS.substring(month.getMonthValue() - 1, month.getMonthValue());
    }
}
