package com.mathematricks.engine.sizing;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.signal.QuantityUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds how many units to open. Only what opens or adds is sized. A signal's own quantity counts
/// only under `as_signalled`.
public final class Sizer {

    private static final String INVALID = "QUANTITY_INVALID";
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
                    notional(request, request.money(value(request)), "fixed_notional");
            case PERCENT_OF_EQUITY -> percent(request, "percent_of_equity", request.equity());
            case PERCENT_OF_CAPITAL ->
                    percent(
                            request,
                            "percent_of_capital",
                            request.money(request.strategy().capital()));
            case RISK_AMOUNT -> atRisk(request, request.money(value(request)), "risk_amount");
            case SCALED_EQUITY -> scaled(request);
        };
    }

    private static Size percent(SizingRequest request, String mode, Money whole) {
        Percentage percent = new Percentage(value(request));
        return notional(request, percent.of(whole), "%s: %s of %s".formatted(mode, percent, whole));
    }

    /// As `as_signalled` does, whatever the strategy's mode is.
    public static Size asSignalled(SizingRequest request) {
        BigDecimal stated = request.stated();
        if (stated == null) {
            Quantity fallback = request.strategy().defaultQuantity();
            return fallback == null
                    ? new Size.NotSized(
                            INVALID,
                            "The signal states no quantity, and the strategy sizes as_signalled without a default_quantity",
                            List.of())
                    : toLots(request, fallback.units(), "default_quantity " + fallback);
        }
        return switch (request.unit()) {
            case UNITS -> toLots(request, stated, "as_signalled " + plain(stated));
            case NOTIONAL -> notional(request, request.money(stated), "as_signalled amount");
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
            case RISK_AMOUNT -> atRisk(request, request.money(stated), "as_signalled amount");
            case RISK_PERCENT ->
                    atRisk(
                            request,
                            new Percentage(stated).of(request.equity()),
                            "as_signalled %s %% of %s".formatted(plain(stated), request.equity()));
        };
    }

    private static Size notional(SizingRequest request, Money money, String how) {
        return valued(request, money, how)
                .orElseGet(() -> {
                    Price price = request.price().orElseThrow();
                    return bought(request, money, price.value(), how, price.toString());
                });
    }

    /// So many units that reaching the stop loses the money, slippage and fees aside.
    private static Size atRisk(SizingRequest request, Money money, String how) {
        return valued(request, money, how)
                .orElseGet(() -> {
                    Price price = request.price().orElseThrow();
                    return switch (StopDistance.of(request.stop(), price, request.side())) {
                        case StopDistance.Unknown(String reason) ->
                                new Size.NotSized(
                                        INVALID,
                                        reason,
                                        List.of(how + ": " + money.rounded() + " at risk"));
                        case StopDistance.Known(BigDecimal distance, String words) ->
                                bought(
                                        request,
                                        money,
                                        distance,
                                        how + " at risk",
                                        "%s %s".formatted(plain(distance), words));
                    };
                });
    }

    private static Size scaled(SizingRequest request) {
        BigDecimal stated = request.stated();
        if (stated == null || request.unit() != QuantityUnit.UNITS) {
            return new Size.NotSized(
                    INVALID,
                    "scaled_equity scales the sender's quantity in units, and the signal states %s"
                            .formatted(stated == null ? "none" : stated + " " + request.unit()),
                    List.of());
        }
        BigDecimal theirs = request.senderEquity();
        if (theirs == null) {
            return new Size.NotSized(
                    INVALID,
                    "scaled_equity needs the sender's account_equity, and the signal states none",
                    List.of());
        }
        BigDecimal units =
                stated.multiply(request.equity().amount())
                        .divide(theirs, WORKING_SCALE, RoundingMode.DOWN);
        return toLots(
                request,
                units,
                "scaled_equity: %s × %s ÷ %s of the sender = %s"
                        .formatted(plain(stated), request.equity(), plain(theirs), shown(units)));
    }

    /// Why money cannot be compared with the instrument; empty: it can.
    private static Optional<Size> valued(SizingRequest request, Money money, String how) {
        List<String> lines = List.of(how + ": " + money.rounded());
        if (request.price().isEmpty()) {
            return Optional.of(
                    new Size.NotSized(
                            "NO_PRICE",
                            "No price of %s is known to size it by"
                                    .formatted(request.instrument().id()),
                            lines));
        }
        return request.conversion().isEmpty()
                ? Optional.of(
                        new Size.NotSized(
                                "NO_FX_RATE",
                                "No rate from %s to %s is known"
                                        .formatted(
                                                request.instrument().currency(), money.currency()),
                                lines))
                : Optional.empty();
    }

    /// Money ÷ (`perPoint` × multiplier).
    ///
    /// @param shown `perPoint` in words
    private static Size bought(
            SizingRequest request, Money money, BigDecimal perPoint, String how, String shown) {
        Instrument instrument = request.instrument();
        BigDecimal inQuote = money.amount().multiply(request.conversion().orElseThrow().divisor());
        BigDecimal perUnit = perPoint.multiply(instrument.multiplier());
        BigDecimal units = inQuote.divide(perUnit, WORKING_SCALE, RoundingMode.DOWN);
        return toLots(
                request,
                units,
                "%s: %s %s ÷ (%s × %s) = %s"
                        .formatted(
                                how,
                                shown(inQuote),
                                instrument.currency(),
                                shown,
                                plain(instrument.multiplier()),
                                shown(units)));
    }

    private static Size toLots(SizingRequest request, BigDecimal units, String how) {
        Instrument instrument = request.instrument();
        if (units.compareTo(LARGEST) > 0) {
            return new Size.NotSized(
                    INVALID,
                    "%s is more than the %s units that anybody trades"
                            .formatted(how, LARGEST.toPlainString()),
                    List.of());
        }
        // Equity may be below zero, a quantity never is.
        Quantity quantity =
                new Quantity(units.max(BigDecimal.ZERO)).roundedDownTo(instrument.lot());
        var lines = new ArrayList<String>();
        if (request.stated() != null && request.strategy().sizing().mode().hasValue()) {
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
                        INVALID,
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

    private static BigDecimal value(SizingRequest request) {
        BigDecimal value = request.strategy().sizing().value();
        if (value == null) {
            throw new IllegalStateException("sizing without a value");
        }
        return value;
    }

    private static String shown(BigDecimal number) {
        return plain(number.round(MathContext.DECIMAL64));
    }

    private static String plain(BigDecimal number) {
        return Decimals.plain(number);
    }
}
