package com.mathematricks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same script gives the same journal, byte for byte, and the money that
/// `docs/worked-examples.md` works out by hand. Where a rule has changed on purpose,
/// `REPLAY_WRITE=true` in the environment writes the journals anew; the differences are then to be
/// read.
class ReplayTest {

    private static final Path GOLDEN = Path.of("src/test/resources/replay");
    private static final Path PAGE = Path.of("../docs/worked-examples.md");

    @ParameterizedTest
    @ValueSource(strings = {"stocks", "futures-and-options", "forex-and-crypto"})
    void givesTheSameJournalEveryTime(String name) throws IOException {
        Path golden = GOLDEN.resolve(name + ".journal.jsonl");
        String journal = Replay.of(name).journal();
        if ("true".equals(System.getenv("REPLAY_WRITE"))) {
            Files.writeString(golden, journal);
        }

        assertThat(journal).isEqualTo(Files.readString(golden, UTF_8));
        assertThat(Replay.of(name).journal()).isEqualTo(journal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stocks", "futures-and-options", "forex-and-crypto"})
    void isWorthWhatThePageWorksOut(String name) throws IOException {
        List<String> computed =
                Replay.of(name).worth().stream()
                        .map(worth ->
                                "%s | %s | %s | %s | %s"
                                        .formatted(
                                                worth.held(),
                                                worth.cash().amount().toPlainString(),
                                                worth.realized().amount().toPlainString(),
                                                worth.fees().amount().toPlainString(),
                                                worth.equity().amount().toPlainString()))
                        .toList();

        assertThat(computed).isEqualTo(workedOut(name));
    }

    /// The last five columns of the table whose script is named above it.
    private static List<String> workedOut(String name) throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        String part = page.substring(page.indexOf("replay/" + name + ".yml"));
        return part.lines()
                .dropWhile(line -> !line.startsWith("| 1 |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(ReplayTest::lastFive)
                .toList();
    }

    private static String lastFive(String row) {
        String[] cells = row.substring(1).split("\\|");
        return String.join(
                " | ", Arrays.stream(cells).map(String::strip).skip(cells.length - 5L).toList());
    }
}
