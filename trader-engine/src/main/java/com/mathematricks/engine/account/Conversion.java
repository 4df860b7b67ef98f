package com.mathematricks.engine.account;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/// How an amount of an instrument's quote currency becomes one of the account's.
///
/// @param divisor what an amount is divided by: 1, or the pair's own price
public record Conversion(Currency to, BigDecimal divisor) {

    /// Counted as one US dollar each.
    private static final Set<Currency> DOLLARS =
            Set.of(Currency.USD, new Currency("USDT"), new Currency("USDC"));

    /// Empty where no rate is known: the quote currency is neither the account's nor another
    /// dollar, and the instrument is no pair whose base currency is the account's.
    public static Optional<Conversion> of(Instrument instrument, Price price, Currency account) {
        Currency quote = instrument.currency();
        if (bookedIn(quote, account).equals(account)) {
            return Optional.of(new Conversion(account, BigDecimal.ONE));
        }
        boolean ownPair =
                instrument.type() == InstrumentType.FOREX
                        && instrument.symbol().equals(account.code() + quote.code());
        return ownPair ? Optional.of(new Conversion(account, price.value())) : Optional.empty();
    }

    /// The currency that a position is kept in: the account's where the quote currency is the same
    /// or counts the same, else the quote currency.
    public static Currency bookedIn(Currency quote, Currency account) {
        boolean dollars = DOLLARS.contains(quote) && DOLLARS.contains(account);
        return quote.equals(account) || dollars ? account : quote;
    }

    /// Rounded HALF_EVEN to the account currency's decimals.
    public Money convert(Money amount) {
        return new Money(
                amount.amount().divide(divisor, to.decimals(), RoundingMode.HALF_EVEN), to);
    }
}
