package com.mathematricks.collector.format;

import java.time.Instant;

/// `{"type": "price", …}`: a price, not a signal.
final class PriceFormat {

    private PriceFormat() {}

    static boolean recognises(Fields fields) {
        Field type = fields.find("type");
        return type != null && type.shown().strip().equalsIgnoreCase("price");
    }

    static ParsedPrice read(Fields fields, Instant now) {
        fields.remove("type");
        Header header = Header.read(fields);
        var instrument = Instruments.read(fields, null, now);
        Field price = fields.first("price", "close");
        if (price == null) {
            throw Refusal.missing("price", Numbers.ACCEPTED);
        }
        fields.refuseUnread("a message of type price");
        return new ParsedPrice(
                header.labels(), instrument.reference(), Numbers.price(price), header.sentAt());
    }
}
