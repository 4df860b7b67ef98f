package com.mathematricks.engine.order;

import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import java.util.Locale;

/// Derives an order's id from what it stems from, so that planning the same decision again gives
/// the same ids. Base 36: epoch (5), decision (up to 11), leg (1), role (1); of a command and of
/// what follows from fills and ends: epoch, decision, number (3), one letter that no role of a leg
/// has.
public final class ClientOrderIds {

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
        return numbered(epoch, decision, number, 'C');
    }

    /// Of what protects a position, and of what takes another order's place.
    ///
    /// @param decision the entry that plans it
    /// @param number 0 to 46,655
    public static ClientOrderId ofStep(String epoch, long decision, int number, OrderRole role) {
        return numbered(
                epoch,
                decision,
                number,
                switch (role) {
                    case ENTRY -> 'N';
                    case EXIT -> 'Y';
                    case STOP -> 'P';
                    case TARGET -> 'Q';
                });
    }

    private static ClientOrderId numbered(String epoch, long decision, int number, char letter) {
        String three = Integer.toString(number, BASE);
        String id =
                epoch
                        + Long.toString(decision, BASE)
                        + "0".repeat(3 - three.length())
                        + three
                        + letter;
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
