package com.mathematricks.collector.format;

import java.util.List;
import java.util.Set;

/// A full option names its underlying once and has `legs`, each with terms, action and quantity.
final class OptionLegs {

    /// `direction` is then that of the whole: of no leg.
    private static final Set<String> OF_EACH_LEG =
            Set.of(
                    "legs",
                    "action",
                    "side",
                    "order_action",
                    "quantity",
                    "qty",
                    "limit_price",
                    "premium",
                    "direction");

    private OptionLegs() {}

    /// Each leg with what it shares with the others; the body itself where it has no `legs`.
    static List<Fields> of(Fields body) {
        Field field = body.find("legs");
        if (field == null) {
            return List.of(body);
        }
        if (!(field.value() instanceof List<?> list)) {
            throw field.wrong("an array of legs", "put the legs in square brackets");
        }
        List<Fields> legs = EnvelopeFormat.list(field, list);
        for (Fields leg : legs) {
            checkShared(body, leg, legs.size());
        }
        return legs.stream().map(leg -> leg.within(body, exceptFor(legs.size()))).toList();
    }

    private static Set<String> exceptFor(int legs) {
        return legs == 1 ? Set.of("legs") : OF_EACH_LEG;
    }

    /// Beside several legs, an outer `sell` might mean the legs turned round, an outer quantity a
    /// multiple and an outer limit a net price: only what changes nothing is accepted.
    private static void checkShared(Fields body, Fields leg, int legs) {
        Field action = body.find("action", "side", "order_action");
        Field legAction = leg.find("action", "side", "order_action");
        boolean harmless = legs > 1 && action != null && action.shown().equalsIgnoreCase("buy");
        if (action != null && legAction != null && !harmless && !action.says(legAction)) {
            throw action.wrong("left out beside legs", "each leg has an action of its own");
        }
        Field quantity = body.find("quantity", "qty");
        Field legQuantity = leg.find("quantity", "qty");
        boolean one = quantity != null && Numbers.sameNumber(quantity.shown(), "1");
        if (quantity != null && legQuantity != null && !one && !quantity.says(legQuantity)) {
            throw quantity.wrong("left out beside legs", "each leg has a quantity of its own");
        }
        Field net = body.find("limit_price", "premium");
        if (net != null && legs > 1) {
            throw net.wrong(
                    "left out beside several legs", "give each leg a limitPrice of its own");
        }
    }
}
