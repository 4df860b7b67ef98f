package com.mathematricks.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store against a sorted map in memory: the same random writes, then random queries, whose
/// answers must be equal. Fields are small numbers or absent, so that ties and nulls abound.
class RandomQueriesPropertyTest {

    private static final List<String> FIELDS = List.of("a", "b", "c");
    private static final List<String> OPERATORS = List.of("$gt", "$gte", "$lt", "$lte");

    private final Map<Integer, Document> model = new TreeMap<>();

    private record Condition(Document filter, Predicate<Document> test) {}

    @Test
    void answersLikeAPlainModel(@TempDir Path folder) {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            model.clear();
            Path data = folder.resolve("seed" + seed);
            for (int run = 0; run < 2; run++) {
                try (EmbeddedStore store = EmbeddedStore.open(data, 0);
                        MongoClient client = MongoClients.create(store.uri())) {
                    MongoCollection<Document> documents =
                            client.getDatabase("test").getCollection("documents");
                    documents.createIndex(Indexes.ascending("a"));
                    documents.createIndex(
                            Indexes.compoundIndex(Indexes.ascending("b"), Indexes.descending("c")));
                    for (int round = 0; round < 3; round++) {
                        write(documents, random);
                        compare(documents, random, "seed " + seed + " run " + run);
                    }
                }
            }
        }
    }

    private void write(MongoCollection<Document> documents, Random random) {
        for (int i = 0; i < 60; i++) {
            int id = random.nextInt(80);
            Document document = new Document("_id", id);
            for (String field : FIELDS) {
                if (random.nextInt(4) > 0) {
                    document.append(field, number(random));
                }
            }
            if (random.nextInt(5) == 0) {
                documents.deleteOne(new Document("_id", id));
                model.remove(id);
            } else {
                documents.replaceOne(
                        new Document("_id", id), document, new ReplaceOptions().upsert(true));
                model.put(id, document);
            }
        }
    }

    private void compare(MongoCollection<Document> documents, Random random, String where) {
        for (int i = 0; i < 120; i++) {
            Condition condition = condition(random);
            Document sort = sort(random);
            int skip = random.nextInt(4);
            int limit = random.nextInt(10);
            List<Document> expected =
                    model.values().stream()
                            .filter(condition.test)
                            .sorted(order(sort))
                            .skip(skip)
                            .limit(limit == 0 ? Long.MAX_VALUE : limit)
                            .toList();
            List<Document> actual =
                    documents
                            .find(condition.filter)
                            .sort(sort)
                            .skip(skip)
                            .limit(limit)
                            .batchSize(1 + random.nextInt(5))
                            .into(new ArrayList<>());
            assertThat(actual)
                    .as("%s: %s sort %s", where, condition.filter.toJson(), sort.toJson())
                    .isEqualTo(expected);
        }
    }

    private static Condition condition(Random random) {
        Document filter = new Document();
        Predicate<Document> test = _ -> true;
        for (String field : List.of("_id", "a", "b", "c")) {
            int value = random.nextInt(field.equals("_id") ? 80 : 6);
            switch (random.nextInt(10)) {
                case 0 -> {
                    filter.append(field, (double) value);
                    test = test.and(d -> Objects.equals(whole(d, field), value));
                }
                case 1 -> {
                    filter.append(field, null);
                    test = test.and(d -> whole(d, field) == null);
                }
                case 2 -> {
                    filter.append(field, new Document("$in", List.of(value, value + 2L)));
                    test = test.and(d -> isOneOf(whole(d, field), value, value + 2));
                }
                case 3, 4 -> {
                    String operator = OPERATORS.get(random.nextInt(4));
                    filter.append(field, new Document(operator, value));
                    test = test.and(d -> holds(whole(d, field), operator, value));
                }
                case 5 -> {
                    filter.append(field, new Document("$gte", value).append("$lt", value + 3));
                    test = test.and(d -> holds(whole(d, field), "$gte", value));
                    test = test.and(d -> holds(whole(d, field), "$lt", value + 3));
                }
                default -> {
                    // No demand on this field.
                }
            }
        }
        return new Condition(filter, test);
    }

    private static boolean isOneOf(@Nullable Integer found, int one, int other) {
        return found != null && (found == one || found == other);
    }

    private static boolean holds(@Nullable Integer found, String operator, int value) {
        if (found == null) {
            return false;
        }
        return switch (operator) {
            case "$gt" -> found > value;
            case "$gte" -> found >= value;
            case "$lt" -> found < value;
            default -> found <= value;
        };
    }

    /// Ends with the id, so that there is one right order.
    private static Document sort(Random random) {
        Document sort = new Document();
        List<String> fields = new ArrayList<>(List.of("a", "b", "c"));
        int direction = random.nextBoolean() ? 1 : -1;
        for (int i = random.nextInt(3); i > 0; i--) {
            String field = fields.remove(random.nextInt(fields.size()));
            sort.append(field, random.nextInt(4) == 0 ? -direction : direction);
        }
        return sort.append("_id", direction);
    }

    private static Comparator<Document> order(Document sort) {
        Comparator<Document> order = (_, _) -> 0;
        for (Map.Entry<String, Object> part : sort.entrySet()) {
            Comparator<Document> next =
                    Comparator.comparing(
                            d -> whole(d, part.getKey()),
                            Comparator.nullsFirst(Comparator.<Integer>naturalOrder()));
            order = order.thenComparing(part.getValue().equals(1) ? next : next.reversed());
        }
        return order;
    }

    private static @Nullable Integer whole(Document document, String field) {
        return document.get(field) instanceof Number number ? number.intValue() : null;
    }

    private static Number number(Random random) {
        int value = random.nextInt(6);
        return switch (random.nextInt(3)) {
            case 0 -> value;
            case 1 -> (long) value;
            default -> (double) value;
        };
    }
}
