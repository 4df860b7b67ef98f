package com.mathematricks.engine.instrument;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.OptionContract;
import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.money.Price;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An option contract written as one text: ours, `AAPL 2026-12-18 150 C`, or that of the US
/// exchanges, `AAPL261218C00150000`.
final class OptionName {

    static final String ACCEPTED = "AAPL 2026-12-18 150 C or AAPL261218C00150000";

    private static final Pattern OURS =
            Pattern.compile(
                    "(\\S{1,24}) (\\d{4})-(\\d\\d)-(\\d\\d) (\\d{1,9}(?:\\.\\d{1,9})?) ([CP])");

    /// The strike has eight digits, the last three of them decimals.
    private static final Pattern EXCHANGES =
            Pattern.compile("([A-Z.]{1,6}) {0,5}(\\d\\d)(\\d\\d)(\\d\\d)([CP])(\\d{8})");

    private OptionName() {}

    static Optional<OptionContract> parse(String text) {
        try {
            Matcher ours = OURS.matcher(text);
            if (ours.matches()) {
                return Optional.of(
                        contract(ours, number(ours, 2), new BigDecimal(ours.group(5)), 6));
            }
            Matcher theirs = EXCHANGES.matcher(text);
            if (theirs.matches()) {
                BigDecimal strike = new BigDecimal(theirs.group(6)).movePointLeft(3);
                return Optional.of(contract(theirs, 2000 + number(theirs, 2), strike, 5));
            }
            return Optional.empty();
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty(); // a 31st of February, a strike of zero
        }
    }

    private static OptionContract contract(
            Matcher matcher, int year, BigDecimal strike, int rightGroup) {
        return new OptionContract(
                matcher.group(1),
                LocalDate.of(year, number(matcher, 3), number(matcher, 4)),
                new Price(strike),
                matcher.group(rightGroup).equals("C") ? OptionRight.CALL : OptionRight.PUT);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    static InstrumentId id(OptionContract contract) {
        return new InstrumentId(
                "%s %s %s %s"
                        .formatted(
                                contract.underlying(),
                                contract.expiry(),
                                contract.strike(),
                                contract.right() == OptionRight.CALL ? "C" : "P"));
    }
}
