package com.mathematricks.engine.loss;

import com.mathematricks.engine.control.StateScope;
import com.mathematricks.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the losses of a scope are counted from by one rule. It is there as long as the limit is.
///
/// @param from equity at the day's beginning, or the highest one
/// @param paidIn at that time, to tell a withdrawal from a loss
/// @param day the last one that was over then
/// @param since when it was set anew: with the limit, the day, or after a person resumed
/// @param reached true: the limit was reached and trading stopped; it is set anew when the scope
///   trades again
public record LossBaseline(
        StateScope scope,
        LossRule rule,
        Money from,
        Money paidIn,
        LocalDate day,
        Instant since,
        boolean reached) {

    public record Key(StateScope scope, LossRule rule) {}

    public static LossBaseline of(Key key, Standing now, LocalDate day, Instant at) {
        return new LossBaseline(
                key.scope(), key.rule(), now.equity(), now.paidIn(), day, at, false);
    }

    public Key key() {
        return new Key(scope, rule);
    }

    /// A deposit or withdrawal moves the baseline in the proportion that it moves equity, so that
    /// the loss in per cent stays as it is. Empty where there was, or is, nothing in proportion to
    /// which it could be moved, or the currency is another one: then it begins anew.
    public Optional<LossBaseline> after(Standing now) {
        if (!now.equity().currency().equals(from.currency())) {
            return Optional.empty();
        }
        Money flow = now.paidIn().minus(paidIn);
        if (flow.amount().signum() == 0) {
            return Optional.of(this);
        }
        Money before = now.equity().minus(flow);
        if (!before.isPositive() || !now.equity().isPositive()) {
            return Optional.empty();
        }
        Money moved = from.share(now.equity().amount(), before.amount());
        return Optional.of(with(moved, now.paidIn(), reached));
    }

    /// The same with a new highest equity, once that is so much higher that it is worth an entry of
    /// the journal: by a hundredth of the limit.
    ///
    /// @param limitPercent 10 means 10 %
    public LossBaseline raisedTo(Money equity, BigDecimal limitPercent) {
        Money step = from.times(limitPercent.movePointLeft(4));
        boolean higher = equity.compareTo(from.plus(step)) >= 0 && equity.compareTo(from) > 0;
        return higher ? with(equity, paidIn, reached) : this;
    }

    public LossBaseline stopped() {
        return with(from, paidIn, true);
    }

    private LossBaseline with(Money equity, Money paid, boolean limitReached) {
        return new LossBaseline(scope, rule, equity, paid, day, since, limitReached);
    }
}
