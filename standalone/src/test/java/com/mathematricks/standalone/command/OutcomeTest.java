package com.mathematricks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.NullNode;

class OutcomeTest {

    @Test
    void tellsDecisionOrdersAndFills() {
        var outcome =
                outcome(
                        """
                        {"id": "s-1", "strategy": "demo", "status": "DECIDED",
                         "decision": {"outcome": "APPROVED", "code": "APPROVED", "reason": "All checks passed."},
                         "orders": [{"side": "BUY", "quantity": "5", "instrument": "AAPL", "type": "MARKET", "status": "FILLED"}],
                         "fills": [{"side": "BUY", "quantity": "5", "instrument": "AAPL", "price": "190.02", "fee": "1", "currency": "USD"}]}
                        """);

        assertThat(outcome.text())
                .isEqualTo(
                        """
                        Signal s-1 of demo: APPROVED
                          All checks passed.
                          Order: BUY 5 AAPL MARKET, FILLED
                          Fill: BUY 5 AAPL at 190.02, fee 1 USD
                        """);
        assertThat(outcome.isSettled()).isTrue();
        assertThat(outcome.isApproved()).isTrue();
    }

    @Test
    void tellsWhyASignalWasDenied() {
        var outcome =
                outcome(
                        """
                        {"id": "s-1", "strategy": "demo", "status": "DECIDED", "orders": [], "fills": [],
                         "decision": {"outcome": "DENIED", "code": "SIGNAL_STALE", "reason": "181 s old, 120 s are allowed"}}
                        """);

        assertThat(outcome.text())
                .isEqualTo(
                        """
                        Signal s-1 of demo: DENIED [SIGNAL_STALE]
                          181 s old, 120 s are allowed
                        """);
        assertThat(outcome.isApproved()).isFalse();
    }

    @Test
    void tellsWhyASignalWasRefusedBeforeAnyDecision() {
        var outcome =
                outcome(
                        """
                        {"id": "s-1", "status": "REFUSED", "error": {"text": "quantity 0: must be above 0"}}
                        """);

        assertThat(outcome.text()).isEqualTo("Signal s-1: REFUSED. quantity 0: must be above 0\n");
        assertThat(outcome.isSettled()).isTrue();
    }

    @Test
    void waitsForTheDecisionAndForOrdersThatAreUnderWay() {
        assertThat(new Outcome("s-1", NullNode.getInstance()).isSettled()).isFalse();
        assertThat(outcome("{\"status\": \"WAITING\"}").isSettled()).isFalse();
        assertThat(order("SUBMITTED", "LIMIT").isSettled()).isFalse();
        assertThat(order("ACCEPTED", "MARKET").isSettled()).isFalse();
        assertThat(order("ACCEPTED", "LIMIT").isSettled()).isTrue();
        assertThat(order("FILLED", "MARKET").isSettled()).isFalse();
        assertThat(order("CANCELLED", "MARKET").isSettled()).isTrue();
        assertThat(outcome("{\"status\": \"DECIDED\"}").isSettled()).isFalse();
    }

    @Test
    void saysThatItIsNotDecidedYet() {
        assertThat(outcome("{\"status\": \"WAITING\"}").text())
                .isEqualTo("Signal s-1 is not decided yet; see ./trader status later.\n");
    }

    private static Outcome order(String status, String type) {
        return outcome(
                "{\"status\": \"DECIDED\", \"decision\": {\"outcome\": \"APPROVED\"}, \"orders\": [{\"status\": \"%s\", \"type\": \"%s\"}]}"
                        .formatted(status, type));
    }

    private static Outcome outcome(String json) {
        return new Outcome("s-1", Json.MAPPER.readTree(json));
    }
}
