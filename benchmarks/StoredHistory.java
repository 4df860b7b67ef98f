import com.mathematricks.standalone.store.EmbeddedStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.bson.types.Decimal128;

/// Fills a store with signals of the past, as if the suite had traded them: it copies what a short
/// run of the stopped suite left behind, each signal with its decision, orders, fills, paper orders
/// and journal entries, under new ids and over the year that ended two days ago. The journal's real
/// entries, and what counts by them, move behind the copies. Each day of the year gets a profit and
/// loss of its own making.
///
/// Run as `java -cp "…/lib/*" StoredHistory.java COUNT URI`, or with a folder of the embedded store
/// in the place of the URI.
final class StoredHistory {

    private static final int TEMPLATES = 40;
    private static final int BATCH = 500;
    private static final Duration SPAN = Duration.ofDays(365);
    private static final Duration END = Duration.ofDays(2);
    private static final String DATABASE = "mathematricks_trader";

    /// What one signal left behind.
    private record Trace(Document signal, Map<String, List<Document>> others, Set<String> names) {}

    private final MongoDatabase store;
    private final int count;
    private final Map<String, List<Document>> batch = new LinkedHashMap<>();
    private long entry;

    private StoredHistory(MongoDatabase store, int count) {
        this.store = store;
        this.count = count;
    }

    public static void main(String[] words) {
        int count = Integer.parseInt(words[0]);
        if (words[1].startsWith("mongodb:")) {
            fill(words[1], count);
        } else {
            try (var embedded = EmbeddedStore.open(Path.of(words[1]), 0)) {
                fill(embedded.uri(), count);
            }
        }
    }

    private static void fill(String uri, int count) {
        long start = System.nanoTime();
        try (MongoClient client = MongoClients.create(uri)) {
            new StoredHistory(client.getDatabase(DATABASE), count).fill();
        }
        System.out.println("filled.seconds=" + Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private void fill() {
        List<Document> journal = all("journal", new Document());
        List<Trace> traces = traces(journal);
        if (traces.isEmpty()) {
            throw new IllegalStateException("no signal was filled here that could be copied");
        }
        store.getCollection("journal").deleteMany(new Document());
        long sequence = highestSequence();
        long gap = SPAN.toMillis() / count;
        for (int i = 0; i < count; i++) {
            long back = END.toMillis() + (count - i) * gap;
            copy(traces.get(i % traces.size()), i, sequence + i + 1, back);
            if ((i + 1) % BATCH == 0 || i + 1 == count) {
                flush();
            }
        }
        moveBehind(journal);
        // As the collector does: its numbers go on behind these.
        store.getCollection("stream_positions")
                .updateOne(
                        new Document("_id", "signal-collector"),
                        new Document("$set", new Document("sequence", sequence + count)));
        closeDays(traces);
    }

    /// A profit and loss for each day and strategy.
    private void closeDays(List<Trace> traces) {
        Set<String> scopes = new LinkedHashSet<>(Set.of("total"));
        traces.forEach(
                trace ->
                        scopes.add(
                                "strategy "
                                        + trace.signal()
                                                .getEmbedded(
                                                        List.of("intake", "strategy"),
                                                        String.class)));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var random = new Random(7);
        for (String scope : scopes) {
            BigDecimal equity = new BigDecimal("1000000.00");
            for (long back = SPAN.plus(END).toDays(); back > END.toDays(); back--) {
                LocalDate date = today.minusDays(back);
                BigDecimal pnl = BigDecimal.valueOf(random.nextInt(-900_000, 1_000_000), 2);
                BigDecimal growth = pnl.divide(equity, 10, RoundingMode.HALF_EVEN);
                equity = equity.add(pnl);
                add(
                        "pnl_history",
                        new Document("_id", scope + "|" + date)
                                .append("scope", scope)
                                .append("date", date.toString())
                                .append(
                                        "at",
                                        Date.from(
                                                date.plusDays(1)
                                                        .atStartOfDay(ZoneOffset.UTC)
                                                        .toInstant()))
                                .append("currency", "USD")
                                .append("equity", new Decimal128(equity))
                                .append("paidIn", new Decimal128(1_000_000))
                                .append("flows", new Decimal128(0))
                                .append("pnl", new Decimal128(pnl))
                                .append("return", new Decimal128(growth))
                                .append("sequence", 1L));
            }
        }
        flush();
    }

    private List<Trace> traces(List<Document> journal) {
        Map<String, List<Document>> entries = new HashMap<>();
        for (Document document : journal) {
            for (String name : strings(document, new LinkedHashSet<>())) {
                entries.computeIfAbsent(name, _ -> new ArrayList<>()).add(document);
            }
        }
        List<Trace> traces = new ArrayList<>();
        for (Document signal : all("trading_signals", new Document("intake.status", "DECIDED"))) {
            String key = signal.getEmbedded(List.of("intake", "key"), String.class);
            List<Document> orders = all("orders", new Document("signalKey", key));
            List<Document> fills = all("fills", new Document("signalKey", key));
            if (orders.size() == 1 && fills.size() == 1 && traces.size() < TEMPLATES) {
                String order = orders.getFirst().getString("_id");
                String fill = fills.getFirst().getString("_id");
                Set<Document> own = new LinkedHashSet<>();
                List.of(key, order, fill)
                        .forEach(name -> own.addAll(entries.getOrDefault(name, List.of())));
                Map<String, List<Document>> others = new LinkedHashMap<>();
                others.put("journal", List.copyOf(own));
                others.put("signal_decisions", all("signal_decisions", new Document("_id", key)));
                others.put("orders", orders);
                others.put("fills", fills);
                others.put("paper_orders", all("paper_orders", new Document("_id", order)));
                String id = signal.getEmbedded(List.of("intake", "signalId"), String.class);
                traces.add(new Trace(signal, others, Set.of(key, id, order, fill)));
            }
        }
        return traces;
    }

    private List<Document> all(String collection, Document filter) {
        return store.getCollection(collection).find(filter).into(new ArrayList<>());
    }

    private long highestSequence() {
        return all("trading_signals", new Document()).stream()
                .mapToLong(signal -> signal.getEmbedded(List.of("intake", "sequence"), Long.class))
                .max()
                .orElseThrow();
    }

    private void copy(Trace trace, int number, long sequence, long back) {
        Map<String, String> names = new HashMap<>();
        trace.names().forEach(name -> names.put(name, name(name, number)));
        var signal = (Document) changed(trace.signal(), names, back);
        signal.get("intake", Document.class).put("sequence", sequence);
        add("trading_signals", signal);
        trace.others()
                .forEach(
                        (collection, documents) -> {
                            for (Document document : documents) {
                                add(
                                        collection,
                                        placed(
                                                collection,
                                                (Document) changed(document, names, back),
                                                number));
                            }
                        });
    }

    /// Of the same length, so that sizes are those of real documents.
    private static String name(String name, int number) {
        String digits = "Z%07d".formatted(number);
        return name.length() <= digits.length()
                ? digits
                : name.substring(0, name.length() - digits.length()) + digits;
    }

    private Document placed(String collection, Document document, int number) {
        switch (collection) {
            case "journal" -> {
                entry++;
                document.put("_id", entry);
                if (document.getString("key").startsWith("seq:")) {
                    document.put("key", "seq:" + entry);
                }
            }
            // Before the account's first fill: taken in long ago.
            case "paper_orders" ->
                    document.put(
                            "fillKey", document.get("account") + "/-%018d".formatted(number));
            default -> document.put("sequence", entry);
        }
        return document;
    }

    private void add(String collection, Document document) {
        batch.computeIfAbsent(collection, _ -> new ArrayList<>()).add(document);
    }

    private void flush() {
        batch.forEach(
                (collection, documents) ->
                        store.getCollection(collection)
                                .insertMany(documents, new InsertManyOptions().ordered(false)));
        batch.clear();
    }

    private void moveBehind(List<Document> journal) {
        long shift = entry;
        for (Document document : journal) {
            long moved = document.getLong("_id") + shift;
            if (document.getString("key").equals("seq:" + document.get("_id"))) {
                document.put("key", "seq:" + moved);
            }
            document.put("_id", moved);
            add("journal", document);
        }
        flush();
        for (Document snapshot : all("snapshots", new Document())) {
            store.getCollection("snapshots").deleteOne(new Document("_id", snapshot.get("_id")));
            long moved = snapshot.getLong("_id") + shift;
            snapshot.put("_id", moved);
            snapshot.put("book", renumbered(snapshot.get("book", Binary.class), moved));
            store.getCollection("snapshots").insertOne(snapshot);
        }
        for (String reader : List.of("derived", "events")) {
            store.getCollection("stream_positions")
                    .updateOne(
                            new Document("_id", reader),
                            new Document("$inc", new Document("sequence", shift)));
        }
    }

    /// The book is compressed BSON.
    private static Binary renumbered(Binary packed, long sequence) {
        var bytes = new ByteArrayOutputStream();
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(packed.getData()));
                var zip = new GZIPOutputStream(bytes)) {
            Document book = new RawBsonDocument(unzip.readAllBytes()).decode(new DocumentCodec());
            ByteBuf bson =
                    new RawBsonDocument(book.append("sequence", sequence), new DocumentCodec())
                            .getByteBuffer();
            zip.write(bson.array(), 0, bson.limit());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary(bytes.toByteArray());
    }

    private static Set<String> strings(Object value, Set<String> found) {
        switch (value) {
            case Document document -> document.values().forEach(inner -> strings(inner, found));
            case List<?> list -> list.forEach(inner -> strings(inner, found));
            case String text -> found.add(text);
            case null, default -> {}
        }
        return found;
    }

    private static Object changed(Object value, Map<String, String> names, long back) {
        return switch (value) {
            case Document document -> {
                var copy = new Document();
                document.forEach((name, inner) -> copy.put(name, changed(inner, names, back)));
                yield copy;
            }
            case List<?> list ->
                    list.stream().map(inner -> changed(inner, names, back)).toList();
            case String text -> names.getOrDefault(text, text);
            case Date date -> new Date(date.getTime() - back);
            case null -> null;
            default -> value;
        };
    }
}
