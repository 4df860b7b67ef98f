package com.mathematricks.standalone.command;

import com.mathematricks.engine.broker.paper.PaperFees;
import com.mathematricks.engine.rehearsal.PastOrder;
import com.mathematricks.engine.rehearsal.Rehearsal;
import com.mathematricks.engine.rehearsal.RehearsedOrder;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.json.Json;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Flags;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs TradingView's list of trades through the settings of a strategy of the running suite, and
/// says what would have been denied or reduced. Nothing is traded.
final class RehearseCommand {

    private static final int MOST_STRATEGIES = 500;

    private final PrintStream out;

    RehearseCommand(PrintStream out) {
        this.out = out;
    }

    int execute(List<String> words) {
        Flags flags = Flags.parse(words, Set.of("ticker", "strategy", "zone", "data"), Set.of());
        if (flags.others().size() != 1) {
            throw CommandFailedException.wrongUsage(
                    "one file is needed: the list of trades, exported as CSV");
        }
        String ticker =
                flags.value("ticker")
                        .orElseThrow(() ->
                                CommandFailedException.wrongUsage(
                                        "--ticker is needed: the list does not name its instrument"))
                        .toUpperCase(Locale.ROOT);
        List<PastOrder> orders =
                TradeList.read(text(Path.of(flags.others().getFirst())), zone(flags));
        String name = flags.value("strategy").orElse("demo");
        JsonNode strategy = strategy(new ReadApi(CommandFolder.credentials(flags)), name);
        Rehearsal rehearsal = rehearsal(strategy, ticker);
        List<RehearsedOrder> rehearsed = rehearsal.play(orders);
        out.print(new RehearsalText(name, ticker, rehearsed, rehearsal.equity()).text());
        return 0;
    }

    private static Rehearsal rehearsal(JsonNode strategy, String ticker) {
        ObjectNode settings = ((ObjectNode) strategy).deepCopy();
        // What nobody may read, and nothing here needs.
        settings.put("keyHash", "").put("secretHash", "");
        int colon = ticker.indexOf(':');
        return new Rehearsal(
                Json.MAPPER.treeToValue(settings, StrategySettings.class),
                Json.MAPPER.treeToValue(
                        strategy.required("accountSettings"), AccountSettings.class),
                Json.MAPPER.treeToValue(strategy.required("overallLimits"), Limits.class),
                new InstrumentReference(
                        colon < 0 ? null : ticker.substring(0, colon),
                        ticker.substring(colon + 1),
                        null,
                        null,
                        null),
                PaperFees.load(null)::estimate);
    }

    private static JsonNode strategy(ReadApi api, String name) {
        List<JsonNode> all = api.list("strategies", MOST_STRATEGIES);
        return all.stream()
                .filter(strategy -> strategy.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailedException.because(
                                "there is no strategy %s; there are %s"
                                        .formatted(
                                                name,
                                                all.stream()
                                                        .map(one -> one.path("name").asString())
                                                        .toList())));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw CommandFailedException.because("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw CommandFailedException.because(
                    file + " is no text in UTF-8; export the list as CSV, not as Excel's file");
        } catch (IOException e) {
            throw CommandFailedException.because(file + " cannot be read: " + e.getMessage());
        }
    }

    private static ZoneId zone(Flags flags) {
        String zone = flags.value("zone").orElse("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw CommandFailedException.wrongUsage(
                    "--zone is '%s'; accepted: UTC, America/New_York, …".formatted(zone));
        }
    }
}
