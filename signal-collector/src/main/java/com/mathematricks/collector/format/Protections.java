package com.mathematricks.collector.format;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.signal.Protection;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stop-loss and take-profit: a price, 0 for none, or the bridges' object of several fields.
final class Protections {

    private static final Words<OrderType> STOP_TYPES =
            Words.of(
                    Map.entry("stop", OrderType.STOP),
                    Map.entry("market", OrderType.STOP),
                    Map.entry("stop_limit", OrderType.STOP_LIMIT),
                    Map.entry("trailing_stop", OrderType.TRAILING_STOP));

    private Protections() {}

    static @Nullable Protection stopLoss(Fields fields, boolean bridge) {
        Field field = fields.find("stop_loss", "sl");
        if (field == null || Boolean.FALSE.equals(field.value())) {
            return null;
        }
        if (Boolean.TRUE.equals(field.value()) || "true".equalsIgnoreCase(field.shown())) {
            throw Refusal.missing(fields.path() + "trigger", Triggers.ACCEPTED);
        }
        return field.value() instanceof Map<?, ?> object
                ? stop(Fields.of(object, field.name() + "."))
                : atPrice(
                        field, bridge && fields.hasCamelCase("stop_loss"), "{\"stopPrice\": 180}");
    }

    static @Nullable Protection takeProfit(Fields fields, boolean bridge) {
        Field field = fields.find("take_profit", "tp");
        if (field == null || Boolean.FALSE.equals(field.value())) {
            return null;
        }
        return field.value() instanceof Map<?, ?> object
                ? target(Fields.of(object, field.name() + "."))
                : atPrice(
                        field,
                        bridge && fields.hasCamelCase("take_profit"),
                        "{\"limitPrice\": 210}");
    }

    private static @Nullable Protection atPrice(Field field, boolean object, String example) {
        if (object) {
            throw field.wrong("an object such as " + example, "say in it what the number means");
        }
        BigDecimal price = Numbers.notNegative(field);
        return price.signum() == 0 ? null : Protection.at(new Price(price));
    }

    private static Protection target(Fields fields) {
        var target =
                new Protection(
                        fields.read(Numbers::price, "limit_price"),
                        fields.read(Numbers::percentage, "percent"),
                        fields.read(Numbers::positive, "amount"),
                        null,
                        null,
                        null);
        requireOne(
                fields,
                "limitPrice, percent or amount",
                target.price(),
                target.percent(),
                target.amount());
        fields.refuseUnread("takeProfit");
        return target;
    }

    private static Protection stop(Fields fields) {
        Field typeField = fields.find("type");
        OrderType type = typeField == null ? null : STOP_TYPES.read(typeField);
        Price stopPrice = fields.read(Numbers::price, "stop_price");
        Percentage percent = fields.read(Numbers::percentage, "percent");
        BigDecimal amount = fields.read(Numbers::positive, "amount");
        Price limit = fields.read(Numbers::price, "limit_price");
        BigDecimal trailAmount = fields.read(Numbers::positive, "trail_amount");
        Percentage trailPercent = fields.read(Numbers::percentage, "trail_percent");
        requireOne(
                fields,
                "stopPrice, percent, amount, trailAmount or trailPercent",
                stopPrice,
                percent,
                amount,
                trailAmount,
                trailPercent);
        boolean trails = trailAmount != null || trailPercent != null;
        OrderType implied =
                trails
                        ? OrderType.TRAILING_STOP
                        : limit == null ? OrderType.STOP : OrderType.STOP_LIMIT;
        if (typeField != null && type != implied) {
            throw typeField.wrong(
                    implied.name().toLowerCase(Locale.ROOT),
                    "that is what the fields beside it describe");
        }
        if (trails && limit != null) {
            throw fields.require(field -> field, "", "limit_price")
                    .wrong("left out beside a trail", "a trailing stop has no limit here");
        }
        fields.refuseUnread("stopLoss");
        return new Protection(stopPrice, percent, amount, limit, trailAmount, trailPercent);
    }

    private static void requireOne(Fields fields, String names, @Nullable Object... values) {
        long given = Stream.of(values).filter(Objects::nonNull).count();
        if (given != 1) {
            String field = fields.path().substring(0, fields.path().length() - 1);
            throw Refusal.wrong(
                    field,
                    given == 0 ? "{}" : "{…}",
                    "an object with exactly one of " + names,
                    given == 0 ? "say where it lies" : "keep the one that you mean");
        }
    }
}
