package com.mathematricks.engine.intake;

import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Price;
import com.mathematricks.service.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads what is posted as prices: one, or a list of them. What is wrong is refused with field,
/// value and what is accepted; a list is taken whole or not at all.
record PriceReader(Instant now) {

    static final int MOST = 1_000;

    /// A price's digits, an instrument's name, a time: nothing sensible is longer.
    private static final int LONGEST = 64;

    private static final String A_PRICE =
            "{\"instrument\": …, \"price\": …}, or a list of at most %d of them".formatted(MOST);
    private static final String AN_INSTRUMENT =
            "a name like AAPL or NASDAQ:AAPL, or an object with exchange and symbol";
    private static final String A_NUMBER = "a number above 0";
    private static final String A_TIME = "a time in UTC like 2026-11-23T14:30:00Z";

    List<PostedPrice> read(JsonNode body) {
        if (!body.isArray()) {
            return List.of(price("", body));
        }
        if (body.isEmpty() || body.size() > MOST) {
            throw new RefusedPriceException("body", body.size() + " prices", A_PRICE);
        }
        var prices = new ArrayList<PostedPrice>();
        for (int n = 0; n < body.size(); n++) {
            prices.add(price("[%d].".formatted(n), body.get(n)));
        }
        return prices;
    }

    private PostedPrice price(String place, JsonNode posted) {
        if (!posted.isObject()) {
            throw new RefusedPriceException(
                    place.isEmpty() ? "body" : place.substring(0, place.length() - 1),
                    shown(posted),
                    A_PRICE);
        }
        // A strategy's name comes with its own alert, which is no feed.
        PriceSource source = posted.hasNonNull("strategy") ? PriceSource.ALERT : PriceSource.QUOTE;
        return new PostedPrice(
                place,
                instrument(place + "instrument", posted.get("instrument")),
                new KnownPrice(
                        number(place + "price", posted.get("price")),
                        time(place + "at", posted.get("at")),
                        source,
                        null));
    }

    private static InstrumentReference instrument(String field, @Nullable JsonNode node) {
        if (node != null && node.isObject() && node.path("symbol").isString()) {
            try {
                return Json.MAPPER.treeToValue(node, InstrumentReference.class);
            } catch (JacksonException e) {
                throw new RefusedPriceException(field, shown(node), AN_INSTRUMENT);
            }
        }
        String name = text(node).strip().toUpperCase(Locale.ROOT);
        int colon = name.indexOf(':');
        if (name.isEmpty() || colon == 0 || colon == name.length() - 1) {
            throw new RefusedPriceException(field, shown(node), AN_INSTRUMENT);
        }
        return new InstrumentReference(
                colon < 0 ? null : name.substring(0, colon),
                name.substring(colon + 1),
                null,
                null,
                null);
    }

    private static Price number(String field, @Nullable JsonNode node) {
        try {
            return new Price(
                    node != null && node.isNumber()
                            ? node.decimalValue()
                            : new BigDecimal(text(node)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RefusedPriceException(field, shown(node), A_NUMBER);
        }
    }

    /// Without one it is a price of now.
    private Instant time(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return now;
        }
        try {
            return Instant.parse(text(node));
        } catch (DateTimeException e) {
            throw new RefusedPriceException(field, shown(node), A_TIME);
        }
    }

    /// Empty where it is no text, or none of a length that makes sense.
    private static String text(@Nullable JsonNode node) {
        return node != null && node.isString() && node.asString().length() <= LONGEST
                ? node.asString()
                : "";
    }

    private static String shown(@Nullable JsonNode node) {
        String text =
                node == null ? "nothing" : node.isString() ? node.asString() : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
