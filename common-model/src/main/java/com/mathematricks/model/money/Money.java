package com.mathematricks.model.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact amount of one currency; positive is ours, negative is owed. Currencies are never mixed:
/// arithmetic on two different ones throws.
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public Money {
        amount = Decimals.normalised(amount);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public static Money of(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    /// To 34 digits.
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor, MathContext.DECIMAL128), currency);
    }

    /// `part` ÷ `whole` of this amount, rounded HALF_EVEN to the currency's decimals.
    public Money share(BigDecimal part, BigDecimal whole) {
        return new Money(
                amount.multiply(part).divide(whole, currency.decimals(), RoundingMode.HALF_EVEN),
                currency);
    }

    /// Rounded HALF_EVEN to the currency's decimals, as booked cash is.
    public Money rounded() {
        return new Money(amount.setScale(currency.decimals(), RoundingMode.HALF_EVEN), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other));
    }

    private BigDecimal same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + this + " with " + other);
        }
        return other.amount;
    }

    @Override
    public String toString() {
        return Decimals.plain(amount) + " " + currency;
    }
}
