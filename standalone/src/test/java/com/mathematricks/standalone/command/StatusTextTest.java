package com.mathematricks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatusTextTest {

    @Test
    void showsEachListAsATable() {
        var status =
                new Status(
                        nodes(
                                """
                                {"name": "trader-engine", "health": "UP", "lastDid": "decided s-1"}
                                """),
                        nodes(
                                """
                                {"id": "paper", "equity": "99999", "cash": "99048.9", "realizedPnl": "0",
                                 "unrealizedPnl": "-0.1", "fees": "1", "currency": "USD", "state": "ACTIVE"}
                                """),
                        nodes(
                                """
                                {"account": "paper", "strategy": "demo", "instrument": "AAPL", "quantity": "5",
                                 "averagePrice": "190.02", "unrealizedPnl": "-0.1", "currency": "USD"}
                                """),
                        List.of(),
                        nodes(
                                """
                                {"receivedAt": "2026-11-20T14:30:00Z", "strategy": "demo", "id": "s-2", "status": "DECIDED",
                                 "decision": {"outcome": "DENIED", "reason": "too large"}}
                                """,
                                """
                                {"receivedAt": "2026-11-20T14:29:00Z", "strategy": "demo", "id": "s-1", "status": "REFUSED",
                                 "error": {"text": "no ticker"}}
                                """));

        assertThat(StatusText.of(status))
                .isEqualTo(
                        """
                        Services
                          name           health  lastDid
                          trader-engine  UP      decided s-1

                        Accounts
                          id     equity  cash     realizedPnl  unrealizedPnl  fees  currency  state
                          paper  99999   99048.9  0            -0.1           1     USD       ACTIVE

                        Positions
                          account  strategy  instrument  quantity  averagePrice  unrealizedPnl  currency
                          paper    demo      AAPL        5         190.02        -0.1           USD

                        Working orders
                          none

                        Latest signals
                          receivedAt            strategy  id   outcome  why
                          2026-11-20T14:30:00Z  demo      s-2  DENIED   too large
                          2026-11-20T14:29:00Z  demo      s-1  REFUSED  no ticker
                        """);
    }

    private static List<JsonNode> nodes(String... items) {
        return List.of(items).stream().map(Json.MAPPER::readTree).toList();
    }
}
