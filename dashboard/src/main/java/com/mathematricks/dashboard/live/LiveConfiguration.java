package com.mathematricks.dashboard.live;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    private final Listeners listeners = new Listeners();

    @Bean
    Listeners listeners() {
        return listeners;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StoreWatch storeWatch(MongoDatabase store) {
        return new StoreWatch(store, listeners);
    }

    /// Before the web server waits for its last requests: these would never end by themselves.
    @EventListener
    void closing(ContextClosedEvent unused) {
        listeners.close();
    }
}
