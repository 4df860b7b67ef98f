package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Encodes values so that comparing the bytes compares the values, in the library's order of types.
/// No encoding is the beginning of another, so several can follow each other. Numbers are equal
/// whatever their type, exactly: 1, 1L, 1.0 and Decimal128 1.00 are one key.
final class KeyWriter {

    static final int NOTHING = 0x05;
    private static final int NO_ELEMENT = 0x06;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int DOCUMENT = 0x30;
    private static final int LIST = 0x38;
    private static final int BINARY = 0x40;
    private static final int UUID_BYTES = 0x48;
    private static final int OBJECT_ID = 0x50;
    private static final int BOOLEAN = 0x60;
    private static final int INSTANT = 0x70;
    private static final int TIMESTAMP = 0x78;
    private static final int OTHER = 0x80;
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    /// Doubles that follow each other until the rest is negligible: 3 × 53 bits are far more than
    /// the 34 digits of a Decimal128.
    private static final int DOUBLES = 3;

    private byte[] bytes = new byte[32];
    private int length;

    static Key key(@Nullable Object value) {
        return new KeyWriter().add(value).key();
    }

    /// An array without elements has an entry too, that no query by value finds.
    static Key noElement() {
        return new Key(new byte[] {NO_ELEMENT});
    }

    /// Whether a query may look for the value in an index, and an index that holds it still sorts.
    static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Missing _, String _, ObjectId _, Boolean _, Instant _, UUID _ -> true;
            case BsonTimestamp _, BinData _ -> true;
            case Number number -> !Double.isNaN(number.doubleValue());
            default -> false;
        };
    }

    static Key typeOf(Key value) {
        return new Key(Arrays.copyOf(value.bytes(), 1));
    }

    Key key() {
        return new Key(Arrays.copyOf(bytes, length));
    }

    KeyWriter add(@Nullable Object value) {
        switch (value) {
            case null -> put(NOTHING);
            case Missing _ -> put(NOTHING);
            case MinKey _ -> put(0x01);
            case MaxKey _ -> put(0xF0);
            case Number number -> number(number);
            case String string -> string(string);
            case Document document -> document(document);
            case Collection<?> list -> list(list);
            case BinData data -> binary(data.getData());
            case UUID uuid -> {
                put(UUID_BYTES);
                put64(uuid.getMostSignificantBits());
                put64(uuid.getLeastSignificantBits());
            }
            case ObjectId id -> {
                put(OBJECT_ID);
                put(id.toByteArray());
            }
            case Boolean bool -> {
                put(BOOLEAN);
                put(bool ? 1 : 0);
            }
            case Instant instant -> {
                put(INSTANT);
                put64(instant.toEpochMilli() ^ Long.MIN_VALUE);
            }
            case BsonTimestamp timestamp -> {
                put(TIMESTAMP);
                put64(timestamp.getValue());
            }
            default -> {
                put(OTHER);
                binary(Bson.encode(new Document("", value)));
            }
        }
        return this;
    }

    private void number(Number number) {
        put(NUMBER);
        if (number instanceof Decimal128 decimal && isFinite(decimal)) {
            decimal(decimal.toBigDecimal());
        } else if (number instanceof Long whole && Math.abs(whole) > EXACT_IN_DOUBLE) {
            decimal(BigDecimal.valueOf(whole));
        } else {
            put64(ordered(number.doubleValue()));
            put(0);
        }
    }

    private static boolean isFinite(Decimal128 decimal) {
        double value = decimal.doubleValue();
        return !Double.isNaN(value)
                && !decimal.equals(Decimal128.POSITIVE_INFINITY)
                && !decimal.equals(Decimal128.NEGATIVE_INFINITY);
    }

    /// The largest double that is not above the number, then the same for what is left.
    private void decimal(BigDecimal number) {
        BigDecimal rest = number;
        for (int i = 0; i < DOUBLES; i++) {
            double floor = Math.clamp(rest.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
            if (new BigDecimal(floor).compareTo(rest) > 0 && floor > -Double.MAX_VALUE) {
                floor = Math.nextDown(floor);
            }
            put64(ordered(floor));
            rest = rest.subtract(new BigDecimal(floor));
            if (rest.signum() == 0) {
                put(0);
                return;
            }
            put(1);
        }
    }

    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    /// The order of UTF-16 units, which is what the library compares; a unit of zero is escaped.
    private void string(String string) {
        put(STRING);
        text(string);
    }

    private void text(String string) {
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (unit == 0) {
                put(0);
                put(0xFF);
            } else if (unit < 0x80) {
                put(unit);
            } else if (unit < 0x800) {
                put(0xC0 | (unit >> 6));
                put(0x80 | (unit & 0x3F));
            } else {
                put(0xE0 | (unit >> 12));
                put(0x80 | (unit >> 6 & 0x3F));
                put(0x80 | (unit & 0x3F));
            }
        }
        put(0);
        put(0);
    }

    private void document(Document document) {
        put(DOCUMENT);
        document.forEach((name, value) -> {
            put(1);
            text(name);
            add(value);
        });
        put(0);
    }

    private void list(Collection<?> list) {
        put(LIST);
        list.forEach(value -> {
            put(1);
            add(value);
        });
        put(0);
    }

    private void binary(byte[] data) {
        put(BINARY);
        put64(data.length);
        put(data);
    }

    private void put64(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >>> shift));
        }
    }

    private void put(byte[] more) {
        for (byte value : more) {
            put(value);
        }
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }
}
