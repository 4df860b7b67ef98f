package com.mathematricks.collector.format;

import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Numbers as senders write them: in digits, with a point for decimals, an exponent at most.
final class Numbers {

    static final String ACCEPTED = "a number above 0";
    static final String COMMA_CURE = "leave out the comma, and write decimals with a point";
    static final String NAN_CURE =
            "TradingView had no value for it when it sent, so use a value that always exists, such as {{close}}";

    private static final String ANY = "a number";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
    private static final Set<String> NOT_NUMBERS =
            Set.of("nan", "na", "null", "none", "inf", "-inf", "+inf", "infinity", "-infinity");

    /// What a Decimal128 of the store holds, and what any market quotes.
    private static final int MAX_DIGITS = 34;

    private Numbers() {}

    static BigDecimal any(Field field) {
        return number(field, ANY);
    }

    static BigDecimal positive(Field field) {
        BigDecimal number = number(field, ACCEPTED);
        if (number.signum() <= 0) {
            throw field.wrong(ACCEPTED, "leave the field out where there is no value");
        }
        return number;
    }

    static BigDecimal notNegative(Field field) {
        BigDecimal number = number(field, "a number of 0 or more");
        if (number.signum() < 0) {
            throw field.wrong("a number of 0 or more", "write it without the minus sign");
        }
        return number;
    }

    static Price price(Field field) {
        return new Price(positive(field));
    }

    static Percentage percentage(Field field) {
        return new Percentage(positive(field));
    }

    static boolean sameNumber(String one, String other) {
        return isNumber(one)
                && isNumber(other)
                && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    static boolean isNumber(String text) {
        return text.length() <= 100 && NUMBER.matcher(text).matches();
    }

    private static BigDecimal number(Field field, String accepted) {
        String text = field.text(accepted);
        if (NUMBER.matcher(text).matches()) {
            return exact(field, text, accepted);
        }
        if (NOT_NUMBERS.contains(text.toLowerCase(Locale.ROOT))) {
            throw field.wrong(accepted, NAN_CURE);
        }
        if (text.indexOf(',') >= 0) {
            throw field.wrong(accepted, COMMA_CURE);
        }
        throw field.wrong(accepted, "write digits only, with a point for decimals");
    }

    private static BigDecimal exact(Field field, String text, String accepted) {
        String limit = accepted + " with at most " + MAX_DIGITS + " digits";
        if (text.length() > 100) {
            throw field.wrong(limit, "round it");
        }
        // The exponent has four digits at most, so nothing here can overflow or grow large.
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        if (number.precision() > MAX_DIGITS
                || number.scale() > MAX_DIGITS
                || number.precision() - number.scale() > MAX_DIGITS) {
            throw field.wrong(limit, "round it");
        }
        return Decimals.normalised(number);
    }
}
