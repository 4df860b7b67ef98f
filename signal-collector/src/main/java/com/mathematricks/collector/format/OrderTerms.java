package com.mathematricks.collector.format;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.TimeInForce;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What kind of order, and its prices.
///
/// @param price the instrument's when the sender sent; null where the only price is the order's own
/// @param trailAmount the trail of a TRAILING_STOP, or `trailPercent`
record OrderTerms(
        OrderType type,
        @Nullable Price price,
        @Nullable Price underlyingPrice,
        @Nullable Price limitPrice,
        @Nullable Price stopPrice,
        @Nullable BigDecimal trailAmount,
        @Nullable Percentage trailPercent,
        @Nullable TimeInForce timeInForce) {

    private static final Words<OrderType> TYPES = Words.of(OrderType.class);
    private static final Words<TimeInForce> TIMES = Words.of(TimeInForce.class);
    private static final Set<OrderType> WITH_LIMIT = Set.of(OrderType.LIMIT, OrderType.STOP_LIMIT);
    private static final Set<OrderType> WITH_STOP = Set.of(OrderType.STOP, OrderType.STOP_LIMIT);

    /// @param bridge the format in which `price` is never the order's own
    static OrderTerms read(Fields fields, Instruments instrument, boolean bridge) {
        Field priceField = fields.first("price", "signal_price", "order_price", "close");
        Price price = priceField == null ? null : Numbers.price(priceField);
        Price premium = premium(fields, instrument);
        OrderType type = type(fields);
        Price limit = fields.read(Numbers::price, "limit_price");
        Price stop = fields.read(Numbers::price, "stop_price");
        Price quoted = instrument.byTerms() ? (premium == null ? limit : premium) : price;
        Price own = instrument.byTerms() ? premium : (bridge ? null : price);
        if (WITH_STOP.contains(type) && stop == null) {
            // A price beside a stop-limit is its limit, and an option's premium is never a stop.
            boolean stated = type == OrderType.STOP && !instrument.byTerms();
            stop = ownPrice(fields, stated ? own : null, "stop_price");
            quoted = null;
        }
        if (WITH_LIMIT.contains(type) && limit == null) {
            limit = ownPrice(fields, own, "limit_price");
            quoted = instrument.byTerms() ? quoted : null;
        }
        return new OrderTerms(
                type,
                quoted,
                instrument.byTerms() ? price : null,
                limit,
                stop,
                fields.read(Numbers::positive, "trail_amount"),
                fields.read(Numbers::percentage, "trail_percent"),
                fields.read(TIMES::read, "time_in_force"));
    }

    private static @Nullable Price premium(Fields fields, Instruments instrument) {
        Field premium = fields.find("premium");
        if (premium != null && instrument.reference().option() == null) {
            throw premium.wrong("left out of this message", "only an option has a premium");
        }
        return premium == null ? null : Numbers.price(premium);
    }

    private static Price ownPrice(Fields fields, @Nullable Price price, String name) {
        if (price == null) {
            throw Refusal.missing(fields.path() + name, Numbers.ACCEPTED);
        }
        return price;
    }

    /// As stated; where it is not, as the prices imply.
    private static OrderType type(Fields fields) {
        boolean limit = fields.has("limit_price");
        boolean stop = fields.has("stop_price");
        Field trail = trail(fields);
        OrderType stated = fields.read(TYPES::read, "order_type");
        if (stated == null) {
            OrderType stopped = limit ? OrderType.STOP_LIMIT : OrderType.STOP;
            OrderType unstopped = limit ? OrderType.LIMIT : OrderType.MARKET;
            return trail != null ? OrderType.TRAILING_STOP : stop ? stopped : unstopped;
        }
        refuse(limit && !WITH_LIMIT.contains(stated), fields.find("limit_price"), stated);
        refuse(stop && !WITH_STOP.contains(stated), fields.find("stop_price"), stated);
        refuse(stated != OrderType.TRAILING_STOP, trail, stated);
        if (stated == OrderType.TRAILING_STOP && trail == null) {
            throw Refusal.missing(fields.path() + "trail_amount", Numbers.ACCEPTED);
        }
        return stated;
    }

    private static void refuse(boolean useless, @Nullable Field field, OrderType type) {
        if (useless && field != null) {
            throw field.wrong(
                    "left out of a %s order".formatted(type),
                    "correct the order's type or leave it out");
        }
    }

    private static @Nullable Field trail(Fields fields) {
        Field amount = fields.find("trail_amount");
        Field percent = fields.find("trail_percent");
        if (amount != null && percent != null) {
            throw percent.wrong("left out beside trailAmount", "an order has one trail");
        }
        return amount == null ? percent : amount;
    }
}
