package com.mathematricks.collector.format;

import static java.util.Map.entry;

import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionContract;
import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.money.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An option's terms, out of its own fields or out of a ticker that is itself a contract.
record OptionTerms(OptionContract contract, boolean inTicker) {

    private static final Words<OptionRight> RIGHTS =
            Words.of(
                    entry("c", OptionRight.CALL),
                    entry("p", OptionRight.PUT),
                    entry("call", OptionRight.CALL),
                    entry("put", OptionRight.PUT));
    private static final String[] STRIKE = {"strike", "strike_price"};
    private static final String[] EXPIRY = {"expiry", "expiration"};
    private static final String[] RIGHT = {"right", "option_type"};

    /// Null where no field speaks of an option.
    static @Nullable OptionTerms read(
            Fields fields,
            String symbol,
            @Nullable InstrumentType type,
            @Nullable OptionRight ofAction,
            Instant now) {
        refuseChains(fields);
        Price strike = fields.read(Numbers::price, STRIKE);
        OptionRight right = right(fields, ofAction);
        OptionContract inTicker = OptionTicker.read(symbol);
        if (inTicker != null) {
            return new OptionTerms(checked(fields, inTicker, strike, right, now), true);
        }
        if (type != InstrumentType.OPTION && strike == null && right == null) {
            return null;
        }
        strike = fields.require(Numbers::price, Numbers.ACCEPTED, STRIKE);
        LocalDate expiry =
                fields.require(
                        field -> Times.expiry(field, now),
                        "a day as 2028-01-21 or 20280121",
                        EXPIRY);
        if (right == null) {
            throw Refusal.missing(fields.path() + "right", RIGHTS.accepted());
        }
        return new OptionTerms(new OptionContract(symbol, expiry, strike, right), false);
    }

    private static void refuseChains(Fields fields) {
        for (String name : new String[] {"strikes_away", "intrinsic_value"}) {
            Field field = fields.find(name);
            if (field != null) {
                throw field.wrong(
                        "left out of this message",
                        "choosing a strike needs an option chain, which no broker gives yet, so send strikePrice");
            }
        }
    }

    private static @Nullable OptionRight right(Fields fields, @Nullable OptionRight ofAction) {
        Field field = fields.find(RIGHT);
        OptionRight right = field == null ? null : RIGHTS.read(field);
        if (field != null && ofAction != null) {
            requireSame(field, right, ofAction);
        }
        return right == null ? ofAction : right;
    }

    /// Terms that stand beside a contract's ticker must be its own.
    private static OptionContract checked(
            Fields fields,
            OptionContract contract,
            @Nullable Price strike,
            @Nullable OptionRight right,
            Instant now) {
        Field ticker =
                fields.require(field -> field, "", "ticker", "symbol", "instrument", "underlying");
        LocalDate _ = Times.expiry(new Field(ticker.name(), contract.expiry().toString()), now);
        Field strikeField = fields.find(STRIKE);
        if (strikeField != null) {
            requireSame(strikeField, strike, contract.strike());
        }
        Field expiryField = fields.find(EXPIRY);
        if (expiryField != null) {
            requireSame(expiryField, Times.expiry(expiryField, now), contract.expiry());
        }
        if (right != null && right != contract.right()) {
            throw ticker.wrong(
                    "a " + right, "the ticker and the other fields name different options");
        }
        return contract;
    }

    private static void requireSame(Field field, @Nullable Object stated, Object elsewhere) {
        if (!Objects.equals(stated, elsewhere)) {
            throw field.wrong(
                    "the same as elsewhere in the message, " + elsewhere, "correct one of them");
        }
    }
}
