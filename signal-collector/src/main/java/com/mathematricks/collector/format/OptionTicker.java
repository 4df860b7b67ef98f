package com.mathematricks.collector.format;

import com.mathematricks.model.instrument.OptionContract;
import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.money.Price;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A ticker that is itself an option contract: `AAPL280121C00200000` as the OCC writes it (strike
/// in thousandths), `AAPL280121C200.0` as TradingView does, `AAPL 2028-01-21 200 C` as we do.
final class OptionTicker {

    static final String FORM =
            "(?:[A-Z][A-Z.]{0,5} {0,5}\\d{6}[CP]\\d{1,8}(?:\\.\\d{1,4})?"
                    + "|[A-Z0-9.]{1,12} \\d{4}-\\d{2}-\\d{2} \\d{1,8}(?:\\.\\d{1,4})? [CP](?:ALL|UT)?)";

    private static final Pattern COMPACT =
            Pattern.compile("([A-Z.]{1,6}) {0,5}(\\d{6})([CP])(\\d{1,8}(?:\\.\\d{1,4})?)");
    private static final Pattern SPACED =
            Pattern.compile("(\\S+) (\\d{4}-\\d{2}-\\d{2}) (\\S+) ([CP])(?:ALL|UT)?");
    private static final int OCC_STRIKE_DIGITS = 8;

    private OptionTicker() {}

    /// Null where the symbol is no option contract.
    static @Nullable OptionContract read(String symbol) {
        Matcher compact = COMPACT.matcher(symbol);
        Matcher spaced = SPACED.matcher(symbol);
        try {
            if (compact.matches()) {
                var expiry =
                        LocalDate.parse("20" + compact.group(2), DateTimeFormatter.BASIC_ISO_DATE);
                return contract(
                        compact.group(1), expiry, strike(compact.group(4)), compact.group(3));
            }
            return spaced.matches()
                    ? contract(
                            spaced.group(1),
                            LocalDate.parse(spaced.group(2)),
                            new BigDecimal(spaced.group(3)),
                            spaced.group(4))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable OptionContract contract(
            String underlying, LocalDate expiry, BigDecimal strike, String right) {
        return strike.signum() == 0
                ? null
                : new OptionContract(
                        underlying,
                        expiry,
                        new Price(strike),
                        right.equals("C") ? OptionRight.CALL : OptionRight.PUT);
    }

    private static BigDecimal strike(String digits) {
        var strike = new BigDecimal(digits);
        return digits.length() == OCC_STRIKE_DIGITS && !digits.contains(".")
                ? strike.movePointLeft(3)
                : strike;
    }
}
