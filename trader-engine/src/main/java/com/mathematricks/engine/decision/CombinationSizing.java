package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.engine.sizing.Sizer;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How legs that are decided together are sized where the strategy does not size as_signalled: the
/// stated quantities are the ratio of the legs (1 where none is stated), and whole combinations are
/// bought, as many as the size allows.
final class CombinationSizing {

    private record Part(
            Instrument instrument,
            boolean opens,
            BigDecimal ratio,
            Optional<Price> price,
            Optional<Conversion> conversion) {}

    private final StrategySettings strategy;
    private final Money equity;
    private final @Nullable BigDecimal senderEquity;
    private final List<Part> parts = new ArrayList<>();

    /// @param senderEquity null where the sender does not say
    CombinationSizing(StrategySettings strategy, Money equity, @Nullable BigDecimal senderEquity) {
        this.strategy = strategy;
        this.equity = equity;
        this.senderEquity = senderEquity;
    }

    void add(
            SignalLeg leg,
            Instrument instrument,
            Optional<Price> price,
            Optional<Conversion> conversion) {
        BigDecimal ratio = leg.quantity() == null ? BigDecimal.ONE : leg.quantity();
        boolean opens =
                leg.action() != Action.EXIT
                        && leg.action() != Action.CANCEL
                        && leg.trigger() == null;
        parts.add(new Part(instrument, opens, ratio, price, conversion));
    }

    Instrument instrument(int index) {
        return parts.get(index).instrument();
    }

    boolean applies() {
        return opening().count() > 1 && strategy.sizing().mode() != SizingMode.AS_SIGNALLED;
    }

    private Stream<Part> opening() {
        return parts.stream().filter(Part::opens);
    }

    Size size(int index) {
        return switch (strategy.sizing().mode()) {
            case FIXED_QUANTITY ->
                    combinations(index, value().setScale(0, RoundingMode.DOWN), "fixed_quantity");
            case FIXED_NOTIONAL -> byNotional(index, money(value()), "fixed_notional");
            case PERCENT_OF_EQUITY ->
                    byNotional(index, new Percentage(value()).of(equity), "percent_of_equity");
            case PERCENT_OF_CAPITAL ->
                    byNotional(
                            index,
                            new Percentage(value()).of(money(strategy.capital())),
                            "percent_of_capital");
            case RISK_AMOUNT ->
                    new Size.NotSized(
                            "QUANTITY_INVALID",
                            "risk_amount sizes one leg by its stop, and legs that are decided together have no stop in common",
                            List.of());
            case SCALED_EQUITY -> scaled(index);
            case AS_SIGNALLED -> throw new IllegalStateException("sized by leg");
        };
    }

    private BigDecimal value() {
        return Objects.requireNonNull(strategy.sizing().value(), "sizing without a value");
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, equity.currency());
    }

    /// The stated quantities are so many of the smallest combination of that ratio.
    private Size scaled(int index) {
        if (senderEquity == null) {
            return new Size.NotSized(
                    "QUANTITY_INVALID",
                    "scaled_equity needs the sender's account_equity, and the signal states none",
                    List.of());
        }
        BigDecimal stated =
                opening().map(Part::ratio).reduce(CombinationSizing::commonDivisor).orElseThrow();
        BigDecimal count =
                stated.multiply(equity.amount().max(BigDecimal.ZERO))
                        .divide(senderEquity, 0, RoundingMode.DOWN);
        BigDecimal ofOne = parts.get(index).ratio().divide(stated, MathContext.UNLIMITED);
        return combinations(
                index,
                ofOne,
                count,
                "scaled_equity: %s × %s ÷ %s of the sender"
                        .formatted(stated.toPlainString(), equity, senderEquity.toPlainString()));
    }

    /// The largest number of which both are whole multiples.
    private static BigDecimal commonDivisor(BigDecimal a, BigDecimal b) {
        int scale = Math.max(a.scale(), b.scale());
        return new BigDecimal(
                a.setScale(scale).unscaledValue().gcd(b.setScale(scale).unscaledValue()), scale);
    }

    private Size byNotional(int index, Money money, String how) {
        Money one = Money.zero(money.currency());
        for (Part part : opening().toList()) {
            if (part.price().isEmpty() || part.conversion().isEmpty()) {
                return new Size.NotSized(
                        part.price().isEmpty() ? "NO_PRICE" : "NO_FX_RATE",
                        "%s cannot be valued, so the combination cannot be sized"
                                .formatted(part.instrument().id()),
                        List.of());
            }
            Money notional =
                    part.instrument().notional(part.price().get(), new Quantity(part.ratio()));
            one = one.plus(part.conversion().get().convert(notional));
        }
        return one.isPositive()
                ? combinations(
                        index,
                        money.amount().divide(one.amount(), 0, RoundingMode.DOWN),
                        "%s: %s ÷ %s for one combination".formatted(how, money.rounded(), one))
                : new Size.NotSized("NO_PRICE", "The combination is worth nothing", List.of());
    }

    private Size combinations(int index, BigDecimal count, String how) {
        return combinations(index, parts.get(index).ratio(), count, how);
    }

    private Size combinations(int index, BigDecimal ofOne, BigDecimal count, String how) {
        Part part = parts.get(index);
        Quantity quantity =
                new Quantity(ofOne.multiply(count)).roundedDownTo(part.instrument().lot());
        List<String> lines =
                List.of(
                        "%s: %s combinations of %s %s"
                                .formatted(
                                        how,
                                        count.toPlainString(),
                                        ofOne.toPlainString(),
                                        part.instrument().id()));
        return Sizer.tooSmall(part.instrument(), quantity)
                ? new Size.NotSized(
                        "QUANTITY_INVALID",
                        "The size is not enough for one combination of %d legs"
                                .formatted(opening().count()),
                        lines)
                : new Size.Sized(quantity, lines);
    }
}
