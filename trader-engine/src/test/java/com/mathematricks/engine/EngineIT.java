package com.mathematricks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WhenClosed;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import com.mathematricks.model.signal.SignalLeg;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole engine as a service, over its REST interface, on a store that speaks MongoDB's
/// protocol.
class EngineIT {

    private static final String TOKEN = "a-token-for-tests-only";

    private final TestStore testStore = TestStore.ofEngine();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext engine;
    private MongoDatabase store;

    @BeforeEach
    void start() {
        store = testStore.database();
        saveSettings();
        engine = startEngine();
    }

    @AfterEach
    void stop() {
        engine.close();
        testStore.close();
    }

    private ConfigurableApplicationContext startEngine(String... more) {
        var context =
                new SpringApplicationBuilder(EngineApplication.class)
                        .properties("spring.config.name=trader-engine")
                        .run(
                                Stream.concat(
                                                Stream.of(
                                                        "--server.port=0",
                                                        "--spring.mongodb.uri=" + testStore.uri(),
                                                        "--trader.internal-token=" + TOKEN,
                                                        "--trader.engine.events-confirmed=false",
                                                        "--spring.rabbitmq.port=1"),
                                                Stream.of(more))
                                        .toArray(String[]::new));
        await("ready", () -> context.getBean(EngineService.class).isReady());
        return context;
    }

    @Test
    void fillsABuySignalOnPaperAndBooksIt() {
        DecisionAnswer answer = post(buy("s1", "190"));

        assertThat(answer.outcome()).isEqualTo(DecisionOutcome.APPROVED);
        await("fill", () -> count(Collections.FILLS) == 1);
        await("position", () -> count(Collections.POSITIONS) == 1);
        assertThat(store.getCollection(Collections.POSITIONS).find().first())
                .containsEntry("instrument", "AAPL")
                // 1,000 USD ÷ 190 = 5.26, rounded down to whole shares.
                .containsEntry("quantity", new Decimal128(5));
    }

    @Test
    void answersTheSameSignalAlikeAndTradesItOnce() {
        DecisionAnswer first = post(buy("same", "190"));
        DecisionAnswer second = post(buy("same", "190"));

        assertThat(second).isEqualTo(first);
        await("order", () -> count(Collections.ORDERS) == 1);
        assertThat(count(Collections.JOURNAL)).isPositive();
        assertThat(count(Collections.SIGNAL_DECISIONS)).isEqualTo(1);
    }

    @Test
    void answersTheSameAfterARestart() {
        DecisionAnswer first = post(buy("kept", "190"));
        await("fill", () -> count(Collections.FILLS) == 1);
        engine.close();
        engine = startEngine();

        assertThat(post(buy("kept", "190"))).isEqualTo(first);
        assertThat(count(Collections.ORDERS)).isEqualTo(1);
    }

    @Test
    void makesTheDerivedCollectionsAgainFromTheJournal() {
        post(buy("one", "190"));
        await("fill", () -> count(Collections.FILLS) == 1);
        post(sell("two", "191"));
        await("fills", () -> count(Collections.FILLS) == 2);
        await("derived", () -> derivedReached(count(Collections.JOURNAL)));
        Map<String, List<Document>> before = derived();
        engine.close();
        DERIVED.forEach(name -> store.getCollection(name).drop());
        engine = startEngine("--trader.engine.rebuild=true");

        assertThat(derived()).isEqualTo(before);
    }

    @Test
    void closesTheDaysOfADowntimeAsOneAndRebuildsThem() {
        post(buy("one", "190"));
        await("fill", () -> count(Collections.FILLS) == 1);
        engine.close();
        // As if the journal had begun four days ago: at least two closes were missed.
        store.getCollection(Collections.JOURNAL)
                .updateOne(
                        new Document("_id", 1L),
                        new Document(
                                "$set",
                                new Document(
                                        "at", Date.from(Instant.now().minus(Duration.ofDays(4))))));
        engine = startEngine();
        await("closed", () -> count(Collections.PNL_HISTORY) == 2);
        await("derived", () -> derivedReached(count(Collections.JOURNAL)));
        Map<String, List<Document>> before = derived();

        List<Document> rows = before.getOrDefault(Collections.PNL_HISTORY, List.of());
        assertThat(rows)
                .extracting(row -> row.getString("scope"))
                .containsExactly("strategy demo", "total");
        assertThat(rows.getLast())
                .containsEntry("currency", "USD")
                .containsEntry("paidIn", new Decimal128(100_000))
                .containsKeys("return", "gapDays", "at", "equity", "pnl", "flows");

        engine.close();
        DERIVED.forEach(name -> store.getCollection(name).drop());
        engine = startEngine("--trader.engine.rebuild=true");
        assertThat(derived()).isEqualTo(before);
        assertThat(
                        store.getCollection(Collections.JOURNAL)
                                .countDocuments(new Document("kind", "DAY_CLOSED")))
                .isEqualTo(1);
    }

    @Test
    void stopsAtALossLimitWithoutASignalAndStaysStoppedOverARestart() {
        store.getCollection(Collections.STRATEGIES)
                .updateOne(
                        new Document("_id", "demo"),
                        new Document(
                                "$set",
                                new Document("limits.values.max_daily_loss_percent", "0.1")));
        await("watched", () -> journalHolds("BaselinePut"));
        post(buy("s1", "190"));
        await("fill", () -> count(Collections.FILLS) == 1);

        // 5 shares lose 50 each: 0.25 % of 100,000.
        engine.getBean(EngineService.class)
                .price(new InstrumentId("AAPL"), KnownPrice.quote(Price.of("140"), Instant.now()));
        await("stopped", () -> journalHolds("StatePut"));
        engine.close();
        engine = startEngine();

        assertThat(post(sell("s2", "140")).outcome()).isEqualTo(DecisionOutcome.APPROVED);
        await("exit", () -> count(Collections.FILLS) == 2);
        assertThat(post(buy("s3", "140")).code()).isEqualTo("ONLY_REDUCING");
    }

    private boolean journalHolds(String change) {
        return store.getCollection(Collections.JOURNAL)
                        .countDocuments(new Document("changes.type", change))
                > 0;
    }

    @Test
    void isReplacedByASecondEngineAndDecidesNothingMore() {
        post(buy("first", "190"));
        ConfigurableApplicationContext second = startEngine();
        try {
            var replaced = engine.getBean(EngineService.class);
            await("replaced", () -> replaced.health().equals("REPLACED"));

            assertThat(send(buy("late", "190")).statusCode()).isEqualTo(503);
            assertThat(
                            store.getCollection(Collections.JOURNAL)
                                    .countDocuments(new Document("key", "demo:late")))
                    .isZero();
        } finally {
            second.close();
        }
    }

    private static final List<String> DERIVED =
            List.of(
                    Collections.SIGNAL_DECISIONS,
                    Collections.ORDERS,
                    Collections.FILLS,
                    Collections.POSITIONS,
                    Collections.ACCOUNTS,
                    Collections.TRADING_STATES,
                    Collections.PNL_HISTORY);
    private static final List<String> MARKS =
            List.of(
                    "unrealizedPnl",
                    "markPrice",
                    "pricedAt",
                    "priceSource",
                    "priceStale",
                    "markedAt",
                    "equity",
                    "state");

    private Map<String, List<Document>> derived() {
        var all = new LinkedHashMap<String, List<Document>>();
        for (String name : DERIVED) {
            var documents =
                    store.getCollection(name)
                            .find()
                            .sort(new Document("_id", 1))
                            .into(new ArrayList<>());
            if (!name.equals(Collections.PNL_HISTORY)) {
                documents.forEach(document -> MARKS.forEach(document::remove));
            }
            all.put(name, documents);
        }
        return all;
    }

    private boolean derivedReached(long sequence) {
        Document position =
                store.getCollection(Collections.STREAM_POSITIONS)
                        .find(new Document("_id", "derived"))
                        .first();
        return position != null && position.getLong("sequence") >= sequence;
    }

    @Test
    void refusesWithoutTheToken() throws Exception {
        HttpResponse<String> response =
                http.send(
                        HttpRequest.newBuilder(uri("/internal/signals"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void marksPositionsByPostedPrices() {
        post(buy("s1", "190"));
        await("position", () -> position("priceSource") != null);
        assertThat(position("priceStale")).isEqualTo(false);

        Instant old = Instant.now().minusSeconds(61).truncatedTo(ChronoUnit.MILLIS);
        HttpResponse<String> refused =
                prices(
                        "[{\"instrument\": \"AAPL\", \"price\": 1}, {\"instrument\": \"NO?SUCH\", \"price\": 2}]");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"field\":\"[1].instrument\"", "\"value\":\"NO?SUCH\"", "accepted");
        assertThat(prices("{\"instrument\": \"AAPL\", \"price\": 195.5}").statusCode())
                .isEqualTo(202);
        await(
                "marked",
                () -> new Decimal128(new BigDecimal("195.5")).equals(position("markPrice")));
        assertThat(position("priceSource")).isEqualTo("QUOTE");
        assertThat(position("priceStale")).isEqualTo(false);
        // An older one changes nothing.
        assertThat(
                        prices(
                                        "[{\"instrument\": \"AAPL\", \"price\": 1, \"at\": \"%s\"}]"
                                                .formatted(old))
                                .statusCode())
                .isEqualTo(202);
        assertThat(position("markPrice")).isEqualTo(new Decimal128(new BigDecimal("195.5")));
    }

    private @Nullable Object position(String field) {
        Document position = store.getCollection(Collections.POSITIONS).find().first();
        return position == null ? null : position.get(field);
    }

    private HttpResponse<String> prices(String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri("/api/v1/prices"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + TOKEN)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsInMetricsWhatItDid() {
        assertThat(metrics("").statusCode()).isEqualTo(401);
        await("counted", () -> value("trader_journal_sequence") > 0);
        assertThat(value("trader_engine_ready")).isEqualTo(1);
        assertThat(value("trader_decisions_total{outcome=\"approved\"}")).isZero();
        assertThat(value("trader_fills_total")).isZero();
        assertThat(value("trader_orders_unknown")).isZero();
        double before = value("trader_journal_sequence");

        post(buy("s1", "190"));
        await("filled", () -> value("trader_fills_total") == 1);
        assertThat(value("trader_decisions_total{outcome=\"approved\"}")).isEqualTo(1);
        // Nobody takes events here.
        await("backlog", () -> value("trader_events_backlog") > 0);
        await("journal", () -> value("trader_journal_sequence") > before);

        engine.getBean(EngineService.class)
                .engine()
                .post(
                        "halt",
                        situation ->
                                Halts.account(
                                        new AccountId("paper"),
                                        new BrokerReport.Cancelled(
                                                new ClientOrderId("X1"), "", situation.now()),
                                        new IllegalStateException("of the test"),
                                        situation));
        await(
                "halted",
                () ->
                        metrics(TOKEN)
                                .body()
                                .contains(
                                        "trader_trading_state{cause=\"engine\",scope=\"account paper\"} 3.0"));
    }

    private double value(String metric) {
        return metrics(TOKEN)
                .body()
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private HttpResponse<String> metrics(String token) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri("/actuator/prometheus"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DecisionAnswer post(Signal signal) {
        HttpResponse<String> response = send(signal);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readValue(response.body(), DecisionAnswer.class);
    }

    private HttpResponse<String> send(Signal signal) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri("/internal/signals"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + TOKEN)
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            Json.MAPPER.writeValueAsString(signal)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        String port = engine.getEnvironment().getProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    private long count(String collection) {
        return store.getCollection(collection).countDocuments();
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not reached: " + what);
            }
            Thread.onSpinWait();
        }
    }

    private void saveSettings() {
        var account =
                new AccountSettings(
                        new AccountId("paper"),
                        1,
                        Instant.now(),
                        BrokerName.PAPER,
                        Currency.USD,
                        new BigDecimal("100000"),
                        false,
                        MarketHours.IGNORE,
                        Limits.UNSET);
        var strategy =
                new StrategySettings(
                        new StrategyName("demo"),
                        1,
                        Instant.now(),
                        account.id(),
                        TradingMode.PAPER,
                        new BigDecimal("100000"),
                        new Sizing(SizingMode.FIXED_NOTIONAL, new BigDecimal("1000")),
                        Limits.UNSET,
                        false,
                        1,
                        PositionMode.STATED,
                        null,
                        60,
                        WhenClosed.QUEUE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        SecretHash.of("key"),
                        SecretHash.of("secret"),
                        false);
        store.getCollection(Collections.ACCOUNT_SETTINGS)
                .insertOne(Documents.of(account).append("_id", "paper"));
        store.getCollection(Collections.STRATEGIES)
                .insertOne(Documents.of(strategy).append("_id", "demo"));
    }

    private static Signal buy(String id, String price) {
        return signal(id, Action.BUY, price);
    }

    private static Signal sell(String id, String price) {
        return signal(id, Action.SELL, price);
    }

    private static Signal signal(String id, Action action, String price) {
        var strategy = new StrategyName("demo");
        Instant now = Instant.now();
        var leg =
                new SignalLeg(
                        new InstrumentReference("NASDAQ", "AAPL", null, null, null),
                        action,
                        null,
                        null,
                        QuantityUnit.UNITS,
                        OrderType.MARKET,
                        Price.of(price),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return new Signal(
                SignalKey.of(strategy, id),
                id,
                strategy,
                WireFormat.TRADINGVIEW,
                now,
                now,
                null,
                null,
                null,
                null,
                List.of(leg));
    }
}
