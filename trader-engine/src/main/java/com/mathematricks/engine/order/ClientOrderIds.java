package com.mathematricks.engine.order;

import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import java.util.Locale;

/// Derives an order's id from what it stems from, so that planning the same decision again gives
/// the same ids. Base 36: epoch (5), decision (up to 11), leg (1), role (1); of a command: epoch,
/// decision, number (3), `C`.
public final class ClientOrderIds {

    /// How many orders of one role a decision can have.
    public static final int LEGS = 36;

    private static final int BASE = 36;

    private ClientOrderIds() {}

    /// @param leg 0 to 35
    public static ClientOrderId of(String epoch, long decision, int leg, OrderRole role) {
        String id =
                epoch + Long.toString(decision, BASE) + Integer.toString(leg, BASE) + letter(role);
        return new ClientOrderId(id.toUpperCase(Locale.ROOT));
    }

    /// @param number 0 to 46,655
    public static ClientOrderId ofCommand(String epoch, long decision, int number) {
        String three = Integer.toString(number, BASE);
        String id =
                epoch
                        + Long.toString(decision, BASE)
                        + "0".repeat(3 - three.length())
                        + three
                        + "C";
        return new ClientOrderId(id.toUpperCase(Locale.ROOT));
    }

    private static char letter(OrderRole role) {
        return switch (role) {
            case ENTRY -> 'E';
            case EXIT -> 'X';
            case STOP -> 'S';
            case TARGET -> 'T';
        };
    }
}
