package com.mathematricks.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Page behind page shows each document once, in order, wherever the documents lie.
class ListingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String COUNTER = "counter";

    private final TestStore store = TestStore.inMemory();
    private final MongoCollection<Document> documents = store.database().getCollection("documents");
    private final ListSource source =
            new ListSource(store.database(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesByTimeThroughBurstsSilenceAndEqualTimes() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            documents.deleteMany(new Document());
            List<Document> all = new ArrayList<>();
            // The store's clock may be behind: some come from the future.
            Instant at = NOW.plusSeconds(random.nextInt(3600));
            int count = random.nextInt(1, 60);
            for (int i = 0; i < count; i++) {
                all.add(
                        new Document("_id", "id%05d".formatted(random.nextInt(100_000)) + i)
                                .append("at", Date.from(at))
                                .append("kind", random.nextBoolean() ? "odd" : "even"));
                at = at.minus(step(random));
            }
            documents.insertMany(all);
            int limit = random.nextInt(1, 8);

            assertThat(ids(byTime(), limit, Map.of()))
                    .as("seed %d", seed)
                    .isEqualTo(
                            all.stream()
                                    .sorted(
                                            Comparator.<Document, Date>comparing(
                                                            document -> document.getDate("at"))
                                                    .thenComparing(
                                                            document -> document.getString("_id"))
                                                    .reversed())
                                    .map(document -> document.getString("_id"))
                                    .toList());
            assertThat(ids(byTime(), limit, Map.of("kind", "odd")))
                    .as("seed %d", seed)
                    .hasSize(
                            (int)
                                    all.stream()
                                            .filter(document -> "odd".equals(document.get("kind")))
                                            .count());
        }
    }

    /// A burst, a moment, or a silence of years.
    private static Duration step(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMillis(random.nextInt(1000));
            case 2 -> Duration.ofMinutes(random.nextInt(600));
            default -> Duration.ofDays(random.nextInt(300));
        };
    }

    @Test
    void pagesByNumberAcrossGapsWhereverTheCounterStands() {
        List<Long> numbers =
                IntStream.of(1, 2, 3, 511, 512, 513, 900, 40_000, 40_001, 41_000)
                        .mapToObj(Long::valueOf)
                        .toList();
        numbers.forEach(number -> documents.insertOne(numbered(number)));
        documents.insertOne(new Document("_id", "not numbered yet"));
        List<String> newestFirst = numbers.reversed().stream().map(String::valueOf).toList();

        for (long counter : new long[] {0, 1, 40_500, 41_000, 1_000_000}) {
            count(counter);
            for (int limit = 1; limit <= 11; limit++) {
                assertThat(ids(byNumber(), limit, Map.of()))
                        .as("counter %d, limit %d", counter, limit)
                        .isEqualTo(newestFirst);
            }
        }
    }

    @Test
    void pagesByCountWhereverTheCounterStands() {
        documents.insertMany(
                IntStream.rangeClosed(1, 300)
                        .mapToObj(number -> new Document("_id", (long) number))
                        .toList());
        List<String> newestFirst =
                IntStream.rangeClosed(1, 300)
                        .mapToObj(number -> String.valueOf(301 - number))
                        .toList();

        for (long counter : new long[] {0, 170, 300, 1000}) {
            count(counter);
            assertThat(ids(byCount(), 100, Map.of())).isEqualTo(newestFirst);
        }
    }

    @Test
    void whatArrivesWhileSomebodyPagesNeitherSkipsNorRepeats() {
        for (long number = 1; number <= 6; number++) {
            documents.insertOne(numbered(number));
        }
        Page<String> first = byNumber().page(source, new ListQuery(null, 4, Map.of()));
        documents.insertOne(numbered(7));

        Page<String> second = byNumber().page(source, new ListQuery(first.next(), 4, Map.of()));

        assertThat(first.items()).containsExactly("6", "5", "4", "3");
        assertThat(second.items()).containsExactly("2", "1");
        assertThat(second.next()).isNull();
    }

    @Test
    void aSearchStopsAfterEnoughAndGoesOnThere() {
        documents.insertMany(
                IntStream.rangeClosed(1, 2 * Scan.MOST_LOOKED_AT + 10)
                        .mapToObj(ListingTest::numbered)
                        .toList());
        @Nullable String cursor = null;
        List<Integer> found = new ArrayList<>();
        do {
            Scan<String> scan =
                    byNumber()
                            .scan(
                                    source,
                                    new Document("number", new Document("$gte", 3L)),
                                    cursor,
                                    10,
                                    document -> document.getLong("number") <= 4);
            found.add(scan.items().size());
            assertThat(scan.cutShort()).isEqualTo(scan.next() != null);
            cursor = scan.next();
        } while (cursor != null);

        assertThat(found).containsExactly(0, 0, 2);
    }

    private static Document numbered(long number) {
        return new Document("_id", String.valueOf(number)).append("number", number);
    }

    private void count(long reached) {
        var positions = store.database().getCollection(Collections.STREAM_POSITIONS);
        positions.deleteMany(new Document());
        positions.insertOne(new Document("_id", COUNTER).append("sequence", reached));
    }

    private static Listing<String> byTime() {
        return listing(PageOrder.newestByTime("at"));
    }

    private static Listing<String> byNumber() {
        return listing(PageOrder.newestByNumber("number", COUNTER));
    }

    private static Listing<String> byCount() {
        return listing(PageOrder.newestByCount("documents", COUNTER));
    }

    private static Listing<String> listing(PageOrder order) {
        return new Listing<>(
                "documents",
                "id",
                order,
                List.of(Filter.on("kind", "kind")),
                document -> String.valueOf(document.get("_id")));
    }

    /// Along all pages.
    private List<String> ids(Listing<String> listing, int limit, Map<String, String> filters) {
        List<Page<String>> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<String> page = listing.page(source, new ListQuery(cursor, limit, filters));
            pages.add(page);
            cursor = page.next();
        } while (cursor != null);
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
