package com.mathematricks.system.suite;

import com.mongodb.client.MongoDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Decimal128;

/// What the paper broker has, read from its own documents.
///
/// @param positions signed quantity by `account|instrument`; none that is flat
/// @param orders client order ids
/// @param fills how many
public record BrokerBook(Map<String, BigDecimal> positions, List<String> orders, int fills) {

    public static BrokerBook of(MongoDatabase store) {
        var positions = new TreeMap<String, BigDecimal>();
        var orders = new java.util.ArrayList<String>();
        int fills = 0;
        for (Document order : store.getCollection("paper_orders").find()) {
            orders.add(order.getString("_id"));
            Document terms = order.get("terms", Document.class);
            int sign = terms.getString("side").equals("BUY") ? 1 : -1;
            for (Document fill : order.getList("fills", Document.class)) {
                fills++;
                BigDecimal quantity = fill.get("quantity", Decimal128.class).bigDecimalValue();
                positions.merge(
                        order.getString("account") + "|" + terms.getString("instrument"),
                        quantity.multiply(BigDecimal.valueOf(sign)),
                        BigDecimal::add);
            }
        }
        positions.values().removeIf(quantity -> quantity.signum() == 0);
        positions.replaceAll((_, quantity) -> quantity.stripTrailingZeros());
        return new BrokerBook(positions, orders, fills);
    }
}
