package com.mathematricks.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mathematricks.standalone.terminal.CommandFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTest {

    private static final String STRATEGIES =
            """
            {"next": null, "items": [{
              "name": "demo", "version": 3, "changedAt": "2026-01-01T00:00:00Z", "account": "paper", "mode": "PAPER",
              "capital": "100000", "sizing": {"mode": "AS_SIGNALLED", "value": null},
              "limits": {"values": {"max_position_percent": "2", "max_order_quantity": "40"}, "onLimit": "REDUCE"},
              "allowShort": false, "pyramiding": 1, "positionMode": "STATED", "format": null, "repeatWindowSeconds": 60,
              "whenClosed": "QUEUE", "defaultQuantity": null, "instruments": [], "archived": false, "state": "ACTIVE",
              "accountSettings": {"id": "paper", "version": 1, "changedAt": "2026-01-01T00:00:00Z", "broker": "PAPER",
                "currency": "USD", "cash": "100000", "allowShort": true, "limits": {"values": {}, "onLimit": null}},
              "overallLimits": {"values": {}, "onLimit": null}}]}
            """;

    private static final String TRADES =
            """
            Trade #,Type,Date and time,Signal,Price USD,Position size (qty)
            1,Entry long,2026-03-02 15:00,Long,100,10
            1,Exit long,2026-03-02 16:00,Short,101,10
            2,Entry short,2026-03-02 16:00,Short,101,10
            2,Exit short,2026-03-02 17:00,Long,100,10
            3,Entry long,2026-03-02 17:00,Long,100,30
            3,Exit long,2026-03-02 18:00,Flat,102,30
            """;

    @TempDir Path folder;

    private SuiteStandIn suite;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        suite = new SuiteStandIn(folder);
        suite.answer("GET /api/v1/strategies?limit=500", 200, STRATEGIES);
        Files.writeString(folder.resolve("trades.csv"), TRADES);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    private int rehearse(String... words) {
        var all = new java.util.ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(List.of(words));
        return new RehearseCommand(new PrintStream(printed, true, UTF_8)).execute(all);
    }

    private String file() {
        return folder.resolve("trades.csv").toString();
    }

    @Test
    void saysWhatWouldHaveBeenDeniedOrReducedAndWhy() {
        assertThat(rehearse(file(), "--ticker", "NASDAQ:AAPL")).isZero();

        assertThat(printed.toString(UTF_8))
                .contains("6 orders of NASDAQ:AAPL from 2026-03-02T15:00:00Z")
                .contains("as strategy demo")
                .contains("approved  4")
                .contains("partly    1: POSITION_LIMIT 1")
                .contains("denied    1: SHORT_NOT_ALLOWED 1")
                .containsPattern("4 +2026-03-02T16:00:00Z +SELL 10 at 101 +denied")
                .containsPattern("6 +2026-03-02T17:00:00Z +BUY 30 at 100 +partly")
                .contains("In the end 0 is held");
    }

    @Test
    void needsAFileATickerAndAStrategyThatThereIs() {
        assertRefused("one file is needed");
        assertRefused("--ticker is needed", file());
        assertRefused("there is no file", "absent.csv", "--ticker", "AAPL");
        assertRefused(
                "there is no strategy mine; there are [demo]",
                file(),
                "--ticker",
                "AAPL",
                "--strategy",
                "mine");
        assertRefused("--zone is 'Mars'", file(), "--ticker", "AAPL", "--zone", "Mars");
    }

    private void assertRefused(String message, String... words) {
        assertThatExceptionOfType(CommandFailedException.class)
                .isThrownBy(() -> rehearse(words))
                .withMessageContaining(message);
    }
}
