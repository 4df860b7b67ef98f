package com.mathematricks.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {

    @Test
    void largestNumbersStillFitEveryBroker() {
        ClientOrderId id = ClientOrderIds.of("zzzzz", Long.MAX_VALUE, 15, OrderRole.TARGET);
        assertThat(id.value()).hasSizeLessThanOrEqualTo(20).matches("[A-Z0-9]+");
    }

    @Test
    void decisionLegAndRoleMakeTheId() {
        // 46655 is ZZZ in base 36.
        assertThat(ClientOrderIds.of("ep0ch", 46_655, 10, OrderRole.EXIT).value())
                .isEqualTo("EP0CHZZZAX");
    }

    @Test
    void noTwoAreTheSame() {
        Set<ClientOrderId> ids = new HashSet<>();
        for (long decision = 1; decision < 2_000; decision++) {
            for (int leg = 0; leg < 16; leg++) {
                for (OrderRole role : OrderRole.values()) {
                    assertThat(ids.add(ClientOrderIds.of("EPOCH", decision, leg, role))).isTrue();
                }
            }
        }
    }
}
