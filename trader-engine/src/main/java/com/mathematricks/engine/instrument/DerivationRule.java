package com.mathematricks.engine.instrument;

import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionContract;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Decimals;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How an instrument that the table does not hold follows from its name and exchange.
///
/// @param name for a person, for example `US stock`
/// @param exchanges whose names it explains
/// @param qualified true: the exchange stays part of the instrument's id
/// @param bases what a pair's name may begin with; empty: any
/// @param quotes what a pair's name may end with; it is the currency
/// @param currency of what is no pair
record DerivationRule(
        String name,
        InstrumentType type,
        Set<String> exchanges,
        boolean qualified,
        Set<String> bases,
        Set<String> quotes,
        @Nullable Currency currency,
        Terms terms) {

    /// `AAPL`, `BRK.B`
    private static final Pattern US_STOCK = Pattern.compile("[A-Z]{1,5}([.][A-Z]{1,2})?");

    /// `M&M`, `BAJAJ-AUTO`, `NIFTY_MID`
    private static final Pattern LISTED = Pattern.compile("[A-Z0-9][A-Z0-9&_-]{0,24}");

    private static final Pattern BASE = Pattern.compile("[A-Z0-9]{2,15}");

    private static final String PERPETUAL_SUFFIX = ".P";

    boolean serves(@Nullable String exchange) {
        return exchange == null ? !qualified : exchanges.contains(exchange);
    }

    Optional<Instrument> derive(@Nullable String exchange, String symbol) {
        return switch (type) {
            case STOCK ->
                    (qualified ? LISTED : US_STOCK).matcher(symbol).matches() && currency != null
                            ? Optional.of(instrument(exchange, symbol, currency))
                            : Optional.empty();
            case FOREX, CRYPTO -> pair(symbol);
            case PERPETUAL ->
                    symbol.endsWith(PERPETUAL_SUFFIX)
                            ? quote(withoutSuffix(symbol)).map(quote -> named(symbol, quote))
                            : Optional.empty();
            case FUTURE, OPTION -> Optional.empty();
        };
    }

    /// The contract by this rule's terms; always derived, since no table lists contracts.
    Instrument option(InstrumentId id, OptionContract contract) {
        return new Instrument(
                id,
                InstrumentType.OPTION,
                id.value(),
                null,
                Objects.requireNonNull(currency),
                terms.tick(),
                terms.lot(),
                terms.minQuantity(),
                terms.multiplier(),
                terms.margin(),
                contract.expiry(),
                contract,
                true);
    }

    String notice(String name, Instrument derived) {
        return "%s is not in the instrument table and was taken as a %s: quoted in %s, tick %s, lot %s."
                .formatted(
                        name,
                        this.name,
                        derived.currency(),
                        Decimals.plain(derived.tick()),
                        derived.lot());
    }

    private Optional<Instrument> pair(String symbol) {
        String joined = symbol.replaceFirst(type == InstrumentType.FOREX ? "[/._-]" : "[/_-]", "");
        return quote(joined).map(quote -> named(joined, quote));
    }

    /// The longest quote that the name ends with and that leaves a base which the rule accepts.
    private Optional<String> quote(String joined) {
        return quotes.stream()
                .filter(joined::endsWith)
                .filter(quote -> accepts(joined.substring(0, joined.length() - quote.length())))
                .filter(quote -> !joined.equals(quote + quote))
                .max(Comparator.comparingInt(String::length));
    }

    private boolean accepts(String base) {
        return bases.isEmpty() ? BASE.matcher(base).matches() : bases.contains(base);
    }

    private static String withoutSuffix(String symbol) {
        return symbol.substring(0, symbol.length() - PERPETUAL_SUFFIX.length());
    }

    private Instrument named(String symbol, String quote) {
        return instrument(null, symbol, new Currency(quote));
    }

    private Instrument instrument(@Nullable String exchange, String symbol, Currency quote) {
        return new Instrument(
                new InstrumentId(qualified ? exchange + ":" + symbol : symbol),
                type,
                symbol,
                qualified ? exchange : null,
                quote,
                terms.tick(),
                terms.lot(),
                terms.minQuantity(),
                terms.multiplier(),
                terms.margin(),
                null,
                null,
                true);
    }
}
