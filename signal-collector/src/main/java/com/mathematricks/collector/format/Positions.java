package com.mathematricks.collector.format;

import static java.util.Map.entry;

import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.signal.Sentiment;
import com.mathematricks.model.signal.StatedPosition;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The sender's own position after its order: `market_position` with its size, or the signed
/// `position_size`.
///
/// @param direction where a direction came without a size
record Positions(@Nullable StatedPosition stated, @Nullable Sentiment direction) {

    private static final Words<Sentiment> DIRECTIONS =
            Words.of(
                    entry("long", Sentiment.LONG),
                    entry("short", Sentiment.SHORT),
                    entry("flat", Sentiment.FLAT));

    static Positions read(Fields fields) {
        NetQuantity target = position(fields, "market_position");
        NetQuantity previous = position(fields, "prev_market_position");
        Field signedField = fields.find("position_size");
        NetQuantity signed = signedField == null ? null : new NetQuantity(Numbers.any(signedField));
        Sentiment direction = fields.read(DIRECTIONS::read, "market_position");
        if (signedField != null && signed != null) {
            checkAgreement(signedField, signed, target, direction);
            target = signed;
        }
        if (target == null && direction == null && previous != null) {
            throw Refusal.missing(fields.path() + "market_position", DIRECTIONS.accepted());
        }
        return target == null
                ? new Positions(null, direction)
                : new Positions(new StatedPosition(target, previous), null);
    }

    /// Null where the size, or everything, is missing; flat needs no size.
    private static @Nullable NetQuantity position(Fields fields, String name) {
        Field wordField = fields.find(name);
        Field sizeField = fields.find(name + "_size");
        BigDecimal size = sizeField == null ? null : Numbers.notNegative(sizeField);
        if (wordField == null) {
            if (size != null && size.signum() > 0) {
                throw Refusal.missing(fields.path() + name, DIRECTIONS.accepted());
            }
            return size == null ? null : NetQuantity.FLAT;
        }
        Sentiment word = DIRECTIONS.read(wordField);
        if (sizeField != null && size != null && (size.signum() == 0) != (word == Sentiment.FLAT)) {
            throw sizeField.wrong(
                    word == Sentiment.FLAT ? "0 when flat" : "above 0 when " + wordField.shown(),
                    "position and size contradict each other, so send both as TradingView fills them in");
        }
        if (word == Sentiment.FLAT) {
            return NetQuantity.FLAT;
        }
        if (size == null) {
            return null;
        }
        return new NetQuantity(word == Sentiment.LONG ? size : size.negate());
    }

    private static void checkAgreement(
            Field field,
            NetQuantity signed,
            @Nullable NetQuantity target,
            @Nullable Sentiment direction) {
        boolean sameTarget = target == null || target.equals(signed);
        boolean sameDirection =
                switch (direction) {
                    case LONG -> signed.isLong();
                    case SHORT -> signed.isShort();
                    case FLAT -> signed.isFlat();
                    case null -> true;
                };
        if (!sameTarget || !sameDirection) {
            throw field.wrong(
                    "the same position as market_position and its size",
                    "position_size is above 0 when long, below 0 when short, so leave one of them out");
        }
    }
}
