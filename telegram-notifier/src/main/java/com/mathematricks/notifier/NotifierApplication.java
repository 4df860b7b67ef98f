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
import com.mathematricks.service.messaging.BrokerConfiguration;
import com.mathematricks.service.messaging.BrokerWatch;
import com.mathematricks.service.security.InternalToken;
import com.mathematricks.service.security.InternalTokenFilter;
import com.mathematricks.service.security.InternalTokenWhereSet;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.status.ServiceState;
import com.mathematricks.service.store.StoreConfiguration;
import com.mathematricks.service.store.StoreWatch;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
@Import({StoreConfiguration.class, BrokerConfiguration.class, InternalTokenWhereSet.class})
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
            MongoDatabase store, EventFeed feed, TelegramLine line, BrokerWatch broker) {
        return new Heartbeat(
                store,
                "telegram-notifier",
                () -> {
                    String trouble =
                            Stream.concat(line.trouble().stream(), broker.trouble().stream())
                                    .collect(Collectors.joining("; "));
                    return trouble.isEmpty()
                            ? new ServiceState("UP", feed.lastDid())
                            : new ServiceState("DEGRADED", trouble);
                });
    }

    /// Without them the notifier is of no use, but nothing is lost: the events come later.
    @Bean
    HealthIndicator surroundingsHealthIndicator(StoreWatch store, BrokerWatch broker) {
        return () -> {
            String trouble =
                    Stream.concat(store.trouble().stream(), broker.trouble().stream())
                            .collect(Collectors.joining("; "));
            return trouble.isEmpty()
                    ? Health.up().build()
                    : Health.status("DEGRADED").withDetail("why", trouble).build();
        };
    }

    /// A broker that refuses our password may know it a moment later: that is waited for, as its
    /// absence is.
    @Bean
    @SuppressWarnings("removal") // the binder's present version knows no other type
    ListenerContainerCustomizer<MessageListenerContainer> refusalsAreWaitedOut() {
        return (container, _, _) -> {
            if (container instanceof AbstractMessageListenerContainer listening) {
                listening.setPossibleAuthenticationFailureFatal(false);
            }
        };
    }
}
