package com.mathematricks.engine.sizing;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.SizingMode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Finds how many units to open. Only what opens or adds is sized. A signal's own quantity counts
/// only under `as_signalled`.
public final class Sizer {

    private static final int WORKING_SCALE = 18;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

    private Sizer() {}

    public static Size size(SizingRequest request) {
        var sizing = request.strategy().sizing();
        return switch (sizing.mode()) {
            case AS_SIGNALLED -> asSignalled(request);
            case FIXED_QUANTITY ->
                    toLots(request, value(request), "fixed_quantity " + plain(value(request)));
            case FIXED_NOTIONAL ->
                    notional(request, money(request, value(request)), "fixed_notional");
            case PERCENT_OF_EQUITY ->
                    notional(
                            request,
                            new Percentage(value(request)).of(request.equity()),
                            "percent_of_equity: %s %% of %s"
                                    .formatted(plain(value(request)), request.equity()));
        };
    }

    /// As `as_signalled` does, whatever the strategy's mode is.
    public static Size asSignalled(SizingRequest request) {
        BigDecimal stated = request.stated();
        if (stated == null) {
            Quantity fallback = request.strategy().defaultQuantity();
            return fallback == null
                    ? new Size.NotSized(
                            "QUANTITY_INVALID",
                            "The signal states no quantity, and the strategy sizes as_signalled without a default_quantity",
                            List.of())
                    : toLots(request, fallback.units(), "default_quantity " + fallback);
        }
        return switch (request.unit()) {
            case UNITS -> toLots(request, stated, "as_signalled " + plain(stated));
            case NOTIONAL -> notional(request, money(request, stated), "as_signalled amount");
            case PERCENT_OF_EQUITY ->
                    notional(
                            request,
                            new Percentage(stated).of(request.equity()),
                            "as_signalled %s %% of %s".formatted(plain(stated), request.equity()));
            case PERCENT_OF_POSITION ->
                    toLots(
                            request,
                            stated.movePointLeft(2).multiply(request.held().units()),
                            "as_signalled %s %% of %s held"
                                    .formatted(plain(stated), request.held()));
            case RISK_AMOUNT, RISK_PERCENT ->
                    new Size.NotSized(
                            "NOT_SUPPORTED",
                            "A quantity stated as money at risk is not supported by this version",
                            List.of());
        };
    }

    private static Size notional(SizingRequest request, Money money, String how) {
        if (request.price().isEmpty()) {
            return new Size.NotSized(
                    "NO_PRICE",
                    "No price of %s is known to size it by".formatted(request.instrument().id()),
                    List.of(how + ": " + money.rounded()));
        }
        if (request.conversion().isEmpty()) {
            return new Size.NotSized(
                    "NO_FX_RATE",
                    "No rate from %s to %s is known"
                            .formatted(request.instrument().currency(), money.currency()),
                    List.of(how + ": " + money.rounded()));
        }
        Price price = request.price().get();
        Conversion conversion = request.conversion().get();
        Instrument instrument = request.instrument();
        BigDecimal inQuote = money.amount().multiply(conversion.divisor());
        BigDecimal perUnit = price.value().multiply(instrument.multiplier());
        BigDecimal units = inQuote.divide(perUnit, WORKING_SCALE, RoundingMode.DOWN);
        return toLots(
                request,
                units,
                "%s: %s ÷ (%s × %s) = %s"
                        .formatted(
                                how,
                                plain(inQuote.round(MathContext.DECIMAL64))
                                        + " "
                                        + instrument.currency(),
                                price,
                                plain(instrument.multiplier()),
                                plain(units.round(MathContext.DECIMAL128))));
    }

    private static Size toLots(SizingRequest request, BigDecimal units, String how) {
        Instrument instrument = request.instrument();
        if (units.compareTo(LARGEST) > 0) {
            return new Size.NotSized(
                    "QUANTITY_INVALID",
                    "%s is more than the %s units that anybody trades"
                            .formatted(how, LARGEST.toPlainString()),
                    List.of());
        }
        Quantity quantity = new Quantity(units).roundedDownTo(instrument.lot());
        var lines = new ArrayList<String>();
        if (request.stated() != null
                && request.strategy().sizing().mode() != SizingMode.AS_SIGNALLED) {
            lines.add(
                    "The signal's quantity %s is not used: the strategy sizes by %s"
                            .formatted(
                                    plain(request.stated()),
                                    request.strategy().sizing().mode().word()));
        }
        lines.add(how);
        lines.add("rounded down to the lot of %s: %s".formatted(instrument.lot(), quantity));
        return tooSmall(instrument, quantity)
                ? new Size.NotSized(
                        "QUANTITY_INVALID",
                        "%s %s is less than the smallest order of %s"
                                .formatted(plain(units), instrument.id(), smallest(instrument)),
                        lines)
                : new Size.Sized(quantity, lines);
    }

    public static boolean tooSmall(Instrument instrument, Quantity quantity) {
        return quantity.isZero() || quantity.compareTo(instrument.minQuantity()) < 0;
    }

    public static Quantity smallest(Instrument instrument) {
        return instrument.minQuantity().compareTo(instrument.lot()) > 0
                ? instrument.minQuantity()
                : instrument.lot();
    }

    private static Money money(SizingRequest request, BigDecimal amount) {
        return new Money(amount, request.equity().currency());
    }

    private static BigDecimal value(SizingRequest request) {
        BigDecimal value = request.strategy().sizing().value();
        if (value == null) {
            throw new IllegalStateException("sizing without a value");
        }
        return value;
    }

    private static String plain(BigDecimal number) {
        return Decimals.plain(number);
    }
}
