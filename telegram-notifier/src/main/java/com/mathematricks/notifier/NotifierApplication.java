package com.mathematricks.notifier;

import com.mathematricks.notifier.feed.EventFeed;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.outbox.Forgetting;
import com.mathematricks.notifier.outbox.Notifications;
import com.mathematricks.notifier.outbox.Outbox;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.notifier.watch.DailySummary;
import com.mathematricks.notifier.watch.ServiceWatch;
import com.mathematricks.notifier.watch.Watchman;
import com.mathematricks.service.security.InternalToken;
import com.mathematricks.service.security.InternalTokenFilter;
import com.mathematricks.service.security.InternalTokenWhereSet;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.status.ServiceState;
import com.mathematricks.service.store.StoreConfiguration;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
@Import({StoreConfiguration.class, InternalTokenWhereSet.class})
public class NotifierApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(NotifierApplication.class)
                .properties("spring.config.name=telegram-notifier")
                .run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Health is open; nobody else's business without the token, and nobody's where none is set.
    @Bean
    InternalTokenFilter internalTokenFilter(ObjectProvider<InternalToken> token) {
        return new InternalTokenFilter(token.getIfAvailable(), List.of("/actuator/health"));
    }

    @Bean
    Notifications notifications(MongoDatabase store) {
        return new Notifications(store);
    }

    @Bean
    Chats chats(MongoDatabase store, TelegramSettings settings) {
        return new Chats(store, settings);
    }

    /// Started and stopped with the context; without a token it does nothing.
    @Bean(initMethod = "start")
    TelegramLine telegramLine(
            MongoDatabase store,
            TelegramSettings settings,
            Notifications notifications,
            Chats chats,
            Clock clock) {
        return TelegramLine.of(store, settings, notifications, chats, clock);
    }

    @Bean
    Messenger messenger(
            Notifications notifications,
            Chats chats,
            TelegramSettings settings,
            Clock clock,
            TelegramLine line) {
        return new Outbox(notifications, chats, settings, clock, line::wakeUp);
    }

    /// The consumer of the destination `trading-events`; its name is in the configuration.
    @Bean
    EventFeed tradingEvents(Messenger messenger) {
        return new EventFeed(messenger);
    }

    @Bean
    ServiceWatch serviceWatch(MongoDatabase store, Messenger messenger, Clock clock) {
        return new ServiceWatch(store, messenger, clock);
    }

    @Bean(initMethod = "start")
    Watchman watchman(
            ServiceWatch services,
            MongoDatabase store,
            Messenger messenger,
            Notifications notifications,
            Clock clock) {
        return new Watchman(
                services,
                new DailySummary(store, messenger, clock),
                new Forgetting(notifications, clock));
    }

    @Bean
    NotifierMetrics metrics(Notifications notifications, ServiceWatch services) {
        return new NotifierMetrics(notifications, services);
    }

    @Bean(initMethod = "start")
    Heartbeat heartbeat(
            MongoDatabase store,
            EventFeed feed,
            TelegramLine line,
            ObjectProvider<HealthEndpoint> health) {
        return new Heartbeat(
                store,
                "telegram-notifier",
                () -> {
                    String trouble = String.join("; ", line.trouble());
                    return trouble.isEmpty()
                            ? new ServiceState(word(health), feed.lastDid())
                            : new ServiceState("DEGRADED", trouble);
                });
    }

    /// Without a broker the notifier is of no use, but nothing is lost: the events come later.
    private static String word(ObjectProvider<HealthEndpoint> health) {
        HealthEndpoint endpoint = health.getIfAvailable();
        HealthDescriptor broker = endpoint == null ? null : endpoint.healthForPath("rabbit");
        return broker == null || broker.getStatus().equals(Status.UP) ? "UP" : "DEGRADED";
    }
}
