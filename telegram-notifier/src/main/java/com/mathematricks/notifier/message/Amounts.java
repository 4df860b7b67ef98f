package com.mathematricks.notifier.message;

import com.mathematricks.model.money.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/// Numbers of stored documents as a person reads them on a phone.
public final class Amounts {

    private static final String UNKNOWN = "–";

    private Amounts() {}

    public static @Nullable BigDecimal number(Document document, String field) {
        return document.get(field) instanceof Decimal128 number ? number.bigDecimalValue() : null;
    }

    public static String plain(Document document, String field) {
        BigDecimal number = number(document, field);
        return number == null ? UNKNOWN : Decimals.plain(number);
    }

    /// With thousands apart and two decimals.
    public static String money(@Nullable BigDecimal amount) {
        return amount == null
                ? UNKNOWN
                : String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_EVEN));
    }

    public static String money(Document document, String field) {
        return money(number(document, field));
    }

    public static String signed(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() > 0 ? "+" + money(amount) : money(amount);
    }

    public static String signed(Document document, String field) {
        return signed(number(document, field));
    }

    /// A return of 0.0123 as `+1.23 %`.
    public static String percent(@Nullable BigDecimal share) {
        return share == null ? UNKNOWN : signed(share.movePointRight(2)) + " %";
    }
}
