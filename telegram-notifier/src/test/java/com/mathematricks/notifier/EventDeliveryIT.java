package com.mathematricks.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.event.EventId;
import com.mathematricks.model.event.TradingEvent.Noticed;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.service.json.Json;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The notifier as a process of its own on a real RabbitMQ.
@EnabledIfEnvironmentVariable(named = "RABBITMQ_HOST", matches = ".+")
class EventDeliveryIT {

    private static final String DEAD_LETTERS = "trading-events.telegram-notifier.dlq";
    private static final int PATIENCE_SECONDS = 30;

    @Configuration(proxyBeanMethods = false)
    static class Recording {

        private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

        @Bean
        @Primary
        Messenger recorder() {
            return (_, _, message) -> sent.add(message.line());
        }
    }

    @Test
    void takesEventsFromTheBrokerAndKeepsWhatIsNoEventAsADeadLetter() throws InterruptedException {
        var server = new MongoServer(new MemoryBackend());
        server.bind();
        try (ConfigurableApplicationContext notifier = start(server.getConnectionString())) {
            var rabbit = notifier.getBean(RabbitTemplate.class);
            var sent = notifier.getBean(Recording.class).sent;

            rabbit.send("trading-events", "", json("no event"));
            rabbit.send("trading-events", "", json(Json.MAPPER.writeValueAsString(event())));

            assertThat(sent.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("It works. [TEST]");
            Message dead =
                    Objects.requireNonNull(rabbit.receive(DEAD_LETTERS, PATIENCE_SECONDS * 1000L));
            assertThat(new String(dead.getBody(), StandardCharsets.UTF_8)).isEqualTo("no event");
            assertThat(dead.getMessageProperties().getHeaders())
                    .containsKey("x-exception-stacktrace");
        } finally {
            server.shutdownNow();
        }
    }

    private static ConfigurableApplicationContext start(String store) {
        return new SpringApplicationBuilder(NotifierApplication.class, Recording.class)
                .properties("spring.config.name=telegram-notifier")
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + store + "/notifier",
                        "--spring.rabbitmq.host=" + System.getenv("RABBITMQ_HOST"),
                        "--spring.rabbitmq.port=" + System.getenv("RABBITMQ_PORT"),
                        "--spring.rabbitmq.username=" + System.getenv("RABBITMQ_USERNAME"),
                        "--spring.rabbitmq.password=" + System.getenv("RABBITMQ_PASSWORD"));
    }

    private static Noticed event() {
        return new Noticed(
                EventId.of("E7", 1, 0),
                Instant.parse("2026-11-20T14:30:00Z"),
                "TEST",
                "It works",
                null,
                null);
    }

    private static Message json(String text) {
        return MessageBuilder.withBody(text.getBytes(StandardCharsets.UTF_8))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .build();
    }
}
