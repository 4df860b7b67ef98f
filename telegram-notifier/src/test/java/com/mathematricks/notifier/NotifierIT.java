package com.mathematricks.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.event.EventId;
import com.mathematricks.model.event.TradingEvent.Noticed;
import com.mathematricks.notifier.feed.EventFeed;
import com.mathematricks.notifier.telegram.FakeBotApi;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The service as it runs, with its threads; only the broker of events is left out.
@Timeout(60)
class NotifierIT {

    private static final String TOKEN = "an-internal-token-for-tests";

    private MongoServer server;
    private FakeBotApi telegram;

    @BeforeEach
    void open() throws IOException {
        server = new MongoServer(new MemoryBackend());
        server.bind();
        telegram = new FakeBotApi(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        telegram.close();
        server.shutdownNow();
    }

    @Test
    void tellsTheChatOfAnEventAndAnswersACommand() throws InterruptedException {
        try (ConfigurableApplicationContext notifier =
                start(
                        "--trader.telegram.token=" + FakeBotApi.TOKEN,
                        "--trader.telegram.url=" + telegram.url(),
                        "--trader.telegram.chats=42,-100",
                        "--trader.telegram.kinds.notice=silent")) {
            notifier.getBean(EventFeed.class).accept(event());
            telegram.await(2);
            telegram.say(42, 42, Instant.now(), "/help");
            telegram.await(3);

            assertThat(telegram.sent())
                    .filteredOn(sent -> sent.text().contains("It works"))
                    .allMatch(FakeBotApi.Sent::silent)
                    .extracting(FakeBotApi.Sent::chat)
                    .containsExactlyInAnyOrder(42L, -100L);
            assertThat(telegram.texts()).last().asString().startsWith("Commands\n");
        }
    }

    @Test
    void storesMessagesWithoutAToken() {
        try (ConfigurableApplicationContext notifier = start()) {
            notifier.getBean(EventFeed.class).accept(event());

            Document stored =
                    Objects.requireNonNull(
                            notifier.getBean(MongoDatabase.class)
                                    .getCollection(Collections.NOTIFICATIONS)
                                    .find()
                                    .first());
            assertThat(stored)
                    .containsEntry("_id", "E7-1")
                    .containsEntry("status", "NOT_CONFIGURED")
                    .containsEntry("text", "⚠️ <b>Notice</b>\nIt works. [TEST]");
        }
    }

    @Test
    void tellsInMetricsWhatWaitsAndWhoLives() throws Exception {
        try (ConfigurableApplicationContext notifier =
                start(
                        "--trader.internal-token=" + TOKEN,
                        "--trader.telegram.token=" + FakeBotApi.TOKEN,
                        // Nobody listens there.
                        "--trader.telegram.url=http://127.0.0.1:1",
                        "--trader.telegram.chats=42")) {
            assertThat(metrics(notifier, "").statusCode()).isEqualTo(401);
            assertThat(metrics(notifier, TOKEN).body())
                    .contains("trader_notifications_waiting 0.0")
                    .contains("trader_notifications_failed_total 0.0");
            notifier.getBean(EventFeed.class).accept(event());

            String told = metrics(notifier, TOKEN).body();
            while (!told.contains("trader_service_up{service=\"telegram-notifier\"} 1.0")) {
                told = metrics(notifier, TOKEN).body();
            }
            assertThat(told)
                    .contains("trader_notifications_waiting 1.0")
                    .contains("trader_service_up{service=\"trader-engine\"} NaN");
        }
    }

    @Test
    void tellsNobodyMetricsWithoutAToken() throws Exception {
        try (ConfigurableApplicationContext notifier = start()) {
            assertThat(metrics(notifier, "").statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> metrics(
            ConfigurableApplicationContext notifier, String token)
            throws IOException, InterruptedException {
        String port = notifier.getEnvironment().getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + port + "/actuator/prometheus"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments =
                Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.mongodb.uri="
                                                + server.getConnectionString()
                                                + "/notifier",
                                        // Nobody listens there.
                                        "--spring.rabbitmq.port=1"),
                                Stream.of(more))
                        .toList();
        return new SpringApplicationBuilder(NotifierApplication.class)
                .properties("spring.config.name=telegram-notifier")
                .run(arguments.toArray(String[]::new));
    }

    private static byte[] event() {
        return Json.MAPPER.writeValueAsBytes(
                new Noticed(EventId.of("E7", 1, 0), Instant.now(), "TEST", "It works", null, null));
    }
}
