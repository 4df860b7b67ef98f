package com.mathematricks.dashboard.ledger;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// Stored values of unknown shape as plain Java, for JSON: exact decimals, instants, text for ids.
final class StoredValues {

    private StoredValues() {}

    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, member) -> copy.put(String.valueOf(key), plain(member)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                list.forEach(member -> copy.add(plain(member)));
                yield copy;
            }
            case Decimal128 number ->
                    number.isNaN() || number.isInfinite()
                            ? number.toString()
                            : number.bigDecimalValue();
            case Date date -> date.toInstant();
            case ObjectId id -> id.toHexString();
            default -> value;
        };
    }
}
