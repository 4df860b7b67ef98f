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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final List<Part> parts = new ArrayList<>();

    CombinationSizing(StrategySettings strategy, Money equity) {
        this.strategy = strategy;
        this.equity = equity;
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
        BigDecimal value = strategy.sizing().value();
        if (value == null) {
            throw new IllegalStateException("sizing without a value");
        }
        return switch (strategy.sizing().mode()) {
            case FIXED_QUANTITY ->
                    combinations(index, value.setScale(0, RoundingMode.DOWN), "fixed_quantity");
            case FIXED_NOTIONAL ->
                    byNotional(index, new Money(value, equity.currency()), "fixed_notional");
            case PERCENT_OF_EQUITY ->
                    byNotional(index, new Percentage(value).of(equity), "percent_of_equity");
            case AS_SIGNALLED -> throw new IllegalStateException("sized by leg");
        };
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
        Part part = parts.get(index);
        Quantity quantity =
                new Quantity(part.ratio().multiply(count)).roundedDownTo(part.instrument().lot());
        List<String> lines =
                List.of(
                        "%s: %s combinations of %s %s"
                                .formatted(
                                        how,
                                        count.toPlainString(),
                                        part.ratio().toPlainString(),
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
