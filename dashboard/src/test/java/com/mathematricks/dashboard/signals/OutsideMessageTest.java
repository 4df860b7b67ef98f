package com.mathematricks.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.service.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static String of(String body) {
        return OutsideMessage.of(body, "Trend 2", "again-1", NOW);
    }

    private static void assertSame(String json, String expected) {
        assertThat(Json.MAPPER.readTree(json)).isEqualTo(Json.MAPPER.readTree(expected));
    }

    @Test
    void replacesNameIdAndTimesHoweverTheyAreSpelled() {
        assertSame(
                of(
                        """
                        {"Strategy_Name": "demo", "signal_id": "a", "signal_sent_EPOCH": 1, "timenow": "x",
                         "signal": {"ticker": "AAPL", "qty": 0.10}}
                        """),
                """
                {"signal": {"ticker": "AAPL", "qty": 0.10}, "strategy_name": "Trend 2",
                 "signalID": "again-1", "timestamp": "2026-11-20T12:00:00Z"}
                """);
    }

    @Test
    void keepsANestedStrategyWhichIsNoName() {
        assertSame(
                of("{\"ticker\": \"AAPL\", \"strategy\": {\"order_action\": \"buy\"}}"),
                """
                {"ticker": "AAPL", "strategy": {"order_action": "buy"}, "strategy_name": "Trend 2",
                 "signalID": "again-1", "timestamp": "2026-11-20T12:00:00Z"}
                """);
    }

    @Test
    void takesTheStoresMarksOfTypesAway() {
        assertSame(
                of(
                        """
                        {"_id": {"$oid": "65f000000000000000000000"}, "ticker": "AAPL",
                         "qty": {"$numberDecimal": "5"}, "legs": [{"price": {"$numberDecimal": "1.5"}}]}
                        """),
                """
                {"ticker": "AAPL", "qty": "5", "legs": [{"price": "1.5"}], "strategy_name": "Trend 2",
                 "signalID": "again-1", "timestamp": "2026-11-20T12:00:00Z"}
                """);
    }

    @Test
    void replacesPairs() {
        assertThat(of("symbol=AAPL; action=buy; strategy=demo; signal_id=1; timenow=x"))
                .isEqualTo(
                        "symbol=AAPL\naction=buy\nstrategy_name=Trend 2\nsignalID=again-1\ntimestamp=2026-11-20T12:00:00Z");
    }

    @Test
    void writesTradingViewsSentenceInPairsBecauseItNamesNoStrategy() {
        assertThat(
                        of(
                                "My strategy (14, 3): order sell @ 1.5 filled on ES1!. New strategy position is -0.5"))
                .startsWith(
                        "action=sell\ncontracts=1.5\nsymbol=ES1!\nposition_size=-0.5\nstrategy_name=");
    }

    /// A message that is read in two ways is left to the collector, which refuses it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ticker\": \"AAPL\",}",
                "{\"action\": \"buy\", \"action\": \"sell\"}",
                "[1]",
                "time to buy"
            })
    void leavesWhatItDoesNotUnderstand(String body) {
        assertThat(of(body)).isEqualTo(body);
    }
}
