package com.mathematricks.engine.instrument;

import com.mathematricks.engine.table.Row;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes instruments, roots and rules of the rows of an instruments file.
final class InstrumentRows {

    private InstrumentRows() {}

    static List<Instrument> instruments(Row row) {
        row.only(
                "type",
                "symbol",
                "symbols",
                "exchange",
                "currency",
                "tick",
                "lot",
                "min_quantity",
                "multiplier",
                "margin",
                "margin_percent",
                "source",
                "date");
        if (row.has("symbol") == row.has("symbols")) {
            throw row.fault("one of symbol and symbols is needed");
        }
        List<String> symbols = row.texts(row.has("symbol") ? "symbol" : "symbols");
        return symbols.stream().map(symbol -> instrument(row, upper(symbol))).toList();
    }

    private static Instrument instrument(Row row, String symbol) {
        InstrumentType type = type(row);
        if (type == InstrumentType.FUTURE || type == InstrumentType.OPTION) {
            throw row.fault("type", "futures belong under futures; options follow from a rule");
        }
        String exchange = row.text("exchange").map(InstrumentRows::upper).orElse(null);
        Terms terms = terms(row);
        return new Instrument(
                new InstrumentId(exchange == null ? symbol : exchange + ":" + symbol),
                type,
                symbol,
                exchange,
                currency(row),
                terms.tick(),
                terms.lot(),
                terms.minQuantity(),
                terms.multiplier(),
                terms.margin(),
                null,
                null,
                false);
    }

    static FutureRoot root(Row row) {
        row.only(
                "root",
                "exchange",
                "currency",
                "tick",
                "lot",
                "min_quantity",
                "multiplier",
                "margin",
                "margin_percent",
                "months",
                "expiry",
                "front",
                "source",
                "date");
        row.requiredPositive("multiplier");
        Terms terms = terms(row);
        if (terms.margin() == null) {
            throw row.fault("margin or margin_percent is missing");
        }
        String months = upper(row.requiredText("months"));
        if (!months.chars().allMatch(letter -> FutureCode.MONTH_LETTERS.indexOf(letter) >= 0)) {
            throw row.fault("months", "letters of " + FutureCode.MONTH_LETTERS + " are accepted");
        }
        return new FutureRoot(
                upper(row.requiredText("root")),
                upper(row.requiredText("exchange")),
                currency(row),
                terms,
                months,
                row.constant("expiry", ExpiryRule.class)
                        .orElseThrow(() -> row.fault("expiry is missing")),
                row.constant("front", FrontRule.class).orElse(FrontRule.UNTIL_EXPIRY));
    }

    static DerivationRule rule(Row row) {
        row.only(
                "name",
                "type",
                "exchanges",
                "qualified",
                "bases",
                "quotes",
                "currency",
                "tick",
                "lot",
                "min_quantity",
                "multiplier",
                "margin_percent",
                "margin_percent_of_strike",
                "source",
                "date");
        InstrumentType type = type(row);
        return new DerivationRule(
                row.requiredText("name"),
                type,
                set(row, "exchanges"),
                row.flag("qualified"),
                set(row, "bases"),
                set(row, "quotes"),
                type == InstrumentType.STOCK || type == InstrumentType.OPTION
                        ? currency(row)
                        : null,
                type == InstrumentType.FUTURE ? NOT_USED : terms(row));
    }

    /// A rule for futures only lists exchanges: the terms are the root's.
    private static final Terms NOT_USED =
            new Terms(BigDecimal.ONE, Quantity.of("1"), Quantity.of("1"), BigDecimal.ONE, null);

    private static Terms terms(Row row) {
        var lot = new Quantity(row.positive("lot").orElse(BigDecimal.ONE));
        return new Terms(
                row.requiredPositive("tick"),
                lot,
                row.positive("min_quantity").map(Quantity::new).orElse(lot),
                row.positive("multiplier").orElse(BigDecimal.ONE),
                margin(row));
    }

    private static @Nullable MarginRule margin(Row row) {
        if (row.has("margin") && row.has("margin_percent")) {
            throw row.fault("only one of margin and margin_percent is accepted");
        }
        return row.positive("margin")
                .<MarginRule>map(MarginRule.PerContract::new)
                .or(() ->
                        row.positive("margin_percent")
                                .map(Percentage::new)
                                .map(MarginRule.OfNotional::new))
                .or(() ->
                        row.positive("margin_percent_of_strike")
                                .map(Percentage::new)
                                .map(MarginRule.OfStrike::new))
                .orElse(null);
    }

    private static InstrumentType type(Row row) {
        return row.constant("type", InstrumentType.class)
                .orElseThrow(() -> row.fault("type is missing"));
    }

    private static Currency currency(Row row) {
        try {
            return new Currency(row.requiredText("currency"));
        } catch (IllegalArgumentException e) {
            throw row.has("currency") ? row.fault("currency", e.getMessage() + "") : e;
        }
    }

    private static Set<String> set(Row row, String key) {
        return row.texts(key).stream()
                .map(InstrumentRows::upper)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
