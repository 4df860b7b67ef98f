package com.mathematricks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.standalone.folder.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir Path folder;
    private SuiteStandIn suite;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @BeforeEach
    void startSuite() throws IOException {
        suite = new SuiteStandIn(folder);
    }

    @AfterEach
    void stopSuite() {
        suite.close();
    }

    @Test
    void sendsASignalMadeOfFlagsAndTellsWhatBecameOfIt() {
        suite.answer("POST /webhook/k", 202, "{\"id\": \"s 1\", \"key\": \"demo:s 1\"}");
        suite.answer(
                "GET /api/v1/signals/demo%3As%201",
                200,
                """
                {"id": "s 1", "strategy": "demo", "status": "DECIDED", "orders": [], "fills": [],
                 "decision": {"outcome": "DENIED", "code": "NO_PRICE", "reason": "no price of AAPL"}}
                """);

        int exitCode =
                signal(
                        "",
                        "--action",
                        "buy",
                        "--ticker",
                        "AAPL",
                        "--type",
                        "limit",
                        "--limit",
                        "9",
                        "--id",
                        "s 1");

        assertThat(exitCode).isEqualTo(1);
        assertThat(suite.requests)
                .containsExactly(
                        "POST /webhook/k {\"signalID\":\"s 1\",\"action\":\"buy\",\"ticker\":\"AAPL\",\"orderType\":\"limit\",\"limitPrice\":\"9\"}",
                        "GET /api/v1/signals/demo%3As%201",
                        "GET /api/v1/signals/demo%3As%201");
        assertThat(shown())
                .isEqualTo(
                        """
                        Signal s 1 of demo: DENIED [NO_PRICE]
                          no price of AAPL
                        """);
    }

    @Test
    void makesANewSignalEachTime() {
        suite.answer("POST /webhook/k", 202, "{\"type\": \"price\"}");

        signal("", "--action", "buy", "--ticker", "AAPL");
        signal("", "--action", "buy", "--ticker", "AAPL");

        assertThat(suite.requests).hasSize(2).doesNotHaveDuplicates();
        assertThat(shown()).isEqualTo("The price was taken.\n".repeat(2));
    }

    @Test
    void sendsWhatStandardInputOrAFileHoldsToTheNamedStrategy() throws IOException {
        suite.answer("POST /webhook/m", 400, "{\"detail\": \"symbol: missing\"}");
        Path file = Files.writeString(folder.resolve("alert"), "from a file");

        assertThat(signal("from stdin", "--strategy", "mine")).isEqualTo(1);
        assertThat(signal("", "--strategy", "mine", "--file", file.toString())).isEqualTo(1);

        assertThat(suite.requests)
                .containsExactly("POST /webhook/m from stdin", "POST /webhook/m from a file");
        assertThat(shown()).isEqualTo("Not accepted (400): symbol: missing\n".repeat(2));
    }

    @Test
    void saysWhatASignalNeeds() {
        assertThatThrownBy(() -> signal("", "--ticker", "AAPL"))
                .hasMessage(
                        "a signal needs --action and --ticker, for example --action buy --ticker"
                                + " AAPL --price 190");
        assertThatThrownBy(() -> signal("", "--ticker", "AAPL", "--file", "x"))
                .hasMessage(
                        "a signal comes from flags, from --file or from standard input: choose"
                                + " one");
        assertThatThrownBy(() -> signal("", "--strategy", "yours"))
                .hasMessage(
                        "%s has no line webhook.key.yours=…: is there such a strategy in"
                                + " strategies.yml?",
                        folder.resolve("credentials"));
    }

    @Test
    void saysThatNoSuiteRuns() {
        suite.close();

        assertThatThrownBy(() -> signal("x"))
                .hasMessageMatching(
                        "nobody answers at http://127.0.0.1:\\d+ \\(ConnectException\\): start the"
                                + " suite with ./trader run");
    }

    @Test
    void writesTheStatusAsJsonForScripts() {
        for (String list : List.of("services", "accounts", "positions")) {
            suite.answer("GET /api/v1/" + list + "?limit=100", 200, "{\"items\": []}");
        }
        for (String working : List.of("NEW", "SUBMITTED", "PARTIALLY_FILLED", "UNKNOWN")) {
            suite.answer(orders(working), 200, "{\"items\": []}");
        }
        suite.answer(orders("ACCEPTED"), 200, "{\"items\": [{\"status\": \"ACCEPTED\"}]}");
        suite.answer("GET /api/v1/signals?limit=10", 200, "{\"items\": [{\"id\": \"s-1\"}]}");

        new StatusCommand(out).execute(List.of("--json", "--data", folder.toString()));

        assertThat(shown().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"services\":[],\"accounts\":[],\"positions\":[],\"orders\":[{\"status\":\"ACCEPTED\"}],\"signals\":[{\"id\":\"s-1\"}]}");
    }

    @Test
    void saysThatTheTokenIsNotThatOfTheSuite() {
        suite.answer("GET /api/v1/services?limit=100", 401, "");

        assertThatThrownBy(
                        () -> new StatusCommand(out).execute(List.of("--data", folder.toString())))
                .hasMessageEndingWith(
                        "/api/v1/services?limit=100 answered 401: is this the suite of the"
                                + " credentials given?");
    }

    @Test
    void removesTheStoreOnlyWhenAskedTwiceAndNotWhileTheSuiteRuns() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"));

        assertThatThrownBy(() -> reset("no\n")).hasMessage("nothing was removed");
        try (DataFolder _ = DataFolder.open(folder)) {
            assertThatThrownBy(() -> reset("yes\n")).hasMessageContaining("is in use by process");
        }
        assertThat(store).exists();

        assertThat(reset("yes\n")).isZero();
        assertThat(store).doesNotExist();
        assertThat(folder.resolve("credentials")).exists();
    }

    private static String orders(String status) {
        return "GET /api/v1/orders?status=" + status + "&limit=100";
    }

    private int signal(String input, String... words) {
        return new SignalCommand(stream(input), out).execute(withFolder(words));
    }

    private int reset(String input) {
        return new ResetCommand(stream(input), out).execute(withFolder());
    }

    private List<String> withFolder(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--data=" + folder);
        return all;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
