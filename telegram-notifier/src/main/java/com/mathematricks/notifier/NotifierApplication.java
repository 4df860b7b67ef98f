package com.mathematricks.notifier;

import com.mathematricks.notifier.feed.EventFeed;
import com.mathematricks.notifier.message.MessageLog;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.status.ServiceState;
import com.mathematricks.service.store.StoreConfiguration;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication(proxyBeanMethods = false)
@Import(StoreConfiguration.class)
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

    @Bean
    Messenger messenger() {
        return new MessageLog();
    }

    /// The consumer of the destination `trading-events`; its name is in the configuration.
    @Bean
    EventFeed tradingEvents(Messenger messenger) {
        return new EventFeed(messenger);
    }

    @Bean(initMethod = "start")
    Heartbeat heartbeat(
            MongoDatabase store, EventFeed feed, ObjectProvider<HealthEndpoint> health) {
        return new Heartbeat(
                store, "telegram-notifier", () -> new ServiceState(word(health), feed.lastDid()));
    }

    /// Without a broker the notifier is of no use, but nothing is lost: the events come later.
    private static String word(ObjectProvider<HealthEndpoint> health) {
        HealthEndpoint endpoint = health.getIfAvailable();
        HealthDescriptor broker = endpoint == null ? null : endpoint.healthForPath("rabbit");
        return broker == null || broker.getStatus().equals(Status.UP) ? "UP" : "DEGRADED";
    }
}
