package com.mathematricks.standalone.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {

    private static final int ROUNDS = 6;

    /// The last number that each writer was answered for.
    private final Map<String, Integer> answered = new HashMap<>();

    @Test
    void losesNoAnsweredWriteWhenKilled(@TempDir Path folder) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            kill(folder, round, 100 + random.nextInt(1500));
            check(folder, "seed " + seed + " round " + round);
        }
    }

    private void kill(Path folder, int round, int afterAnswers) throws IOException {
        Process storm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StormOfWrites.class.getName(),
                                folder.toString(),
                                String.valueOf(round))
                        .redirectErrorStream(true)
                        .start();
        List<String> otherOutput = new ArrayList<>();
        int answers = 0;
        try (BufferedReader output = storm.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.matches("\\d+/\\d+ \\d+")) {
                    otherOutput.add(line);
                    continue;
                }
                String[] parts = line.split(" ");
                answered.put(parts[0], Integer.parseInt(parts[1]));
                if (++answers == afterAnswers) {
                    // On Unix this is SIGKILL. Unlike the process's own method the handle's leaves
                    // the output open: what was still answered is read on.
                    var _ = storm.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(answers).as(String.join("\n", otherOutput)).isGreaterThanOrEqualTo(afterAnswers);
    }

    private void check(Path folder, String where) {
        try (EmbeddedStore store = EmbeddedStore.open(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("test");
            MongoCollection<Document> signals = database.getCollection("trading_signals");
            answered.forEach((writer, last) -> {
                String what = where + " writer " + writer;
                List<Integer> numbers = numbers(signals, writer);
                // One more may be stored that was not answered any more.
                assertThat(numbers.size()).as(what).isBetween(last + 1, last + 2);
                assertThat(numbers.getLast()).as(what).isEqualTo(numbers.size() - 1);
                assertThat(counters(database, writer))
                        .as(what)
                        .singleElement()
                        .satisfies(n -> assertThat(n).isBetween(last + 1, last + 2));
            });
            int documents = 0;
            for (Document document : signals.find()) {
                documents++;
                assertThat(signals.find(eq("key", document.get("key"))).first())
                        .as(where)
                        .isEqualTo(document);
            }
            assertThat(documents).isEqualTo((int) signals.countDocuments());
        }
    }

    private static List<Integer> counters(MongoDatabase database, String writer) {
        return database.getCollection("counters")
                .find(eq("_id", writer))
                .map(document -> document.getInteger("n"))
                .into(new ArrayList<>());
    }

    private static List<Integer> numbers(MongoCollection<Document> signals, String writer) {
        return signals.find(eq("writer", writer))
                .sort(Sorts.ascending("n"))
                .map(document -> document.getInteger("n"))
                .into(new ArrayList<>());
    }
}
