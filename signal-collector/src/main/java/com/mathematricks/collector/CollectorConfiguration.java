package com.mathematricks.collector;

import com.mathematricks.collector.inbox.Bookmark;
import com.mathematricks.collector.inbox.Environment;
import com.mathematricks.collector.inbox.InboxOpening;
import com.mathematricks.collector.inbox.Order;
import com.mathematricks.collector.inbox.OutsideSignals;
import com.mathematricks.collector.inbox.RepeatWindow;
import com.mathematricks.collector.inbox.SignalInbox;
import com.mathematricks.collector.inbox.StoredBacklog;
import com.mathematricks.collector.relay.Engine;
import com.mathematricks.collector.relay.EngineContact;
import com.mathematricks.collector.relay.HttpEngine;
import com.mathematricks.collector.relay.SignalRelay;
import com.mathematricks.collector.strategy.StoredStrategies;
import com.mathematricks.collector.strategy.StrategyCache;
import com.mathematricks.collector.webhook.RequestRing;
import com.mathematricks.collector.webhook.Webhook;
import com.mathematricks.collector.webhook.WebhookProperties;
import com.mathematricks.collector.webhook.WebhookServlet;
import com.mathematricks.service.security.InternalToken;
import com.mathematricks.service.security.InternalTokenFilter;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the collector and how they hang together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebhookProperties.class, EngineProperties.class})
class CollectorConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// For the jitter of waiting.
    @Bean
    Random random() {
        return new Random();
    }

    @Bean
    StrategyCache strategies(MongoDatabase store) {
        return new StrategyCache(new StoredStrategies(store));
    }

    @Bean
    Order order() {
        return new Order();
    }

    @Bean
    RepeatWindow repeats() {
        return new RepeatWindow();
    }

    @Bean
    Bookmark bookmark(MongoDatabase store, Clock clock) {
        return new Bookmark(store, clock);
    }

    @Bean
    Environment ourEnvironment(@Value("${trader.environment}") String name) {
        return new Environment(name);
    }

    @Bean
    InboxOpening inboxOpening(
            MongoDatabase store,
            Order order,
            RepeatWindow repeats,
            StrategyCache strategies,
            Bookmark bookmark,
            Clock clock) {
        return new InboxOpening(store, order, repeats, strategies, bookmark, clock);
    }

    @Bean(destroyMethod = "close")
    HttpEngine engine(EngineProperties properties, InternalToken token) {
        return new HttpEngine(properties.url(), token, properties.timeout());
    }

    @Bean
    EngineContact engineContact(Clock clock) {
        return new EngineContact(clock);
    }

    // Closed by CollectorLife, in its order.
    @Bean(destroyMethod = "")
    SignalRelay relay(
            StoredBacklog backlog,
            Engine engine,
            EngineContact contact,
            Clock clock,
            Random random) {
        return new SignalRelay(backlog, engine, contact, clock, random);
    }

    @Bean
    StoredBacklog backlog(MongoDatabase store) {
        return new StoredBacklog(store);
    }

    @Bean
    CollectorMetrics metrics(
            StoredBacklog backlog, SignalRelay relay, Order order, RequestRing ring) {
        return new CollectorMetrics(backlog, relay, order, ring);
    }

    @Bean
    SignalInbox inbox(
            MongoDatabase store,
            Order order,
            RepeatWindow repeats,
            Clock clock,
            Environment environment,
            SignalRelay relay) {
        return new SignalInbox(store, order, repeats, clock, environment, relay::wake);
    }

    @Bean
    OutsideSignals outsideSignals(
            MongoDatabase store,
            Order order,
            Bookmark bookmark,
            StrategyCache strategies,
            Clock clock,
            Environment environment,
            SignalRelay relay) {
        return new OutsideSignals(
                store, order, bookmark, strategies, clock, environment, relay::wake);
    }

    @Bean(destroyMethod = "")
    RequestRing requestRing(MongoDatabase store) {
        return new RequestRing(store);
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(
            InboxOpening opening,
            StrategyCache strategies,
            SignalInbox inbox,
            Engine engine,
            RequestRing ring,
            Clock clock,
            WebhookProperties properties) {
        var webhook = new Webhook(opening, strategies, inbox, engine, ring, clock, properties);
        return new ServletRegistrationBean<>(
                new WebhookServlet(webhook, clock, properties), "/webhook", "/webhook/*");
    }

    @Bean
    FilterRegistrationBean<InternalTokenFilter> internalTokenFilter(InternalToken token) {
        return new FilterRegistrationBean<>(
                new InternalTokenFilter(token, List.of("/webhook", "/actuator/health")));
    }
}
