package com.mathematricks.engine;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.paper.PaperBroker;
import com.mathematricks.engine.broker.paper.PaperFees;
import com.mathematricks.engine.calendar.CalendarFile;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.event.EventPublisher;
import com.mathematricks.engine.event.StreamEventPublisher;
import com.mathematricks.engine.instrument.DayEnd;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.price.PriceStore;
import com.mathematricks.engine.strategy.SettingsStore;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.messaging.BrokerConfiguration;
import com.mathematricks.service.messaging.BrokerWatch;
import com.mathematricks.service.security.InternalToken;
import com.mathematricks.service.security.InternalTokenFilter;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.status.LogFile;
import com.mathematricks.service.status.ServiceState;
import com.mathematricks.service.store.StoreConfiguration;
import com.mathematricks.service.store.StoreWatch;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/// The trader-engine as a process.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({EngineSettings.class, DayCloseSettings.class, InternalToken.class})
@Import({StoreConfiguration.class, BrokerConfiguration.class})
public class EngineApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(EngineApplication.class)
                .properties("spring.config.name=trader-engine")
                .run(args);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapper json() {
        return Json.MAPPER;
    }

    @Bean
    InternalTokenFilter internalTokenFilter(InternalToken token) {
        return new InternalTokenFilter(token, List.of("/actuator/health"));
    }

    @Bean
    InstrumentTable instrumentTable(EngineSettings settings) {
        return InstrumentFile.load(settings.instrumentsFile());
    }

    @Bean
    PaperFees paperFees(EngineSettings settings) {
        return PaperFees.load(settings.feesFile());
    }

    @Bean
    PriceBook priceBook() {
        return new PriceBook();
    }

    @Bean
    PriceStore priceStore(MongoDatabase store) {
        return new PriceStore(store);
    }

    @Bean
    SettingsStore settingsStore(MongoDatabase store) {
        return new SettingsStore(store);
    }

    @Bean
    EventPublisher eventPublisher(StreamBridge bridge, EngineSettings settings) {
        return new StreamEventPublisher(bridge, settings.eventsConfirmed());
    }

    @Bean
    EngineService engineService(
            MongoDatabase store,
            Clock clock,
            SettingsStore settings,
            InstrumentTable instruments,
            PriceBook priceBook,
            PriceStore priceStore,
            PaperFees fees,
            EventPublisher publisher,
            StoreWatch storeWatch,
            BrokerWatch brokerWatch,
            Environment environment,
            EngineSettings engineSettings,
            DayCloseSettings dayClose) {
        MarketCalendars calendars = CalendarFile.load();
        // Where a market's hours are not known, or never end, the day ends when it is closed.
        DayEnd dayEnd =
                (instrument, moment) ->
                        calendars
                                .of(instrument.type(), instrument.exchange(), false)
                                .map(calendar -> calendar.closeAfter(moment))
                                .orElseGet(() -> dayClose.endOfDay(instrument, moment));
        Function<AccountSettings, Broker> brokers =
                account ->
                        switch (account.broker()) {
                            case PAPER ->
                                    new PaperBroker(account, store, priceBook, fees, dayEnd, clock);
                        };
        return new EngineService(
                new EngineParts(
                        store,
                        clock,
                        settings,
                        instruments,
                        calendars,
                        new Prices(priceBook, priceStore, clock),
                        fees::estimate,
                        brokers,
                        publisher,
                        new FreeDisk(engineSettings.dataFolder()),
                        dayClose.times(),
                        new Surroundings(
                                storeWatch::trouble,
                                brokerWatch::trouble,
                                () -> LogFile.trouble(environment))),
                engineSettings.rebuild());
    }

    @Bean
    EngineMetrics engineMetrics(EngineService engine) {
        return new EngineMetrics(engine);
    }

    /// Only when everything that it uses is up, events included.
    @Bean
    ApplicationRunner engineStart(EngineLife life) {
        return _ -> life.begin();
    }

    @Bean
    EngineLife engineLife(EngineService engine) {
        return new EngineLife(engine);
    }

    /// Degraded while something is missing without which trading goes on.
    @Bean
    HealthIndicator surroundingsHealthIndicator(EngineService engine) {
        return () ->
                engine.trouble().isEmpty()
                        ? Health.up().build()
                        : Health.status("DEGRADED").withDetail("why", engine.trouble()).build();
    }

    /// Ready to take signals: the store answers and the book is built.
    @Bean
    HealthIndicator engineHealthIndicator(EngineService engine) {
        return () ->
                (engine.isReady() && engine.storeAnswers() ? Health.up() : Health.outOfService())
                        .withDetail("engine", engine.describe())
                        .build();
    }

    @Bean(initMethod = "start")
    Heartbeat heartbeat(MongoDatabase store, EngineService engine) {
        return new Heartbeat(
                store, "trader-engine", () -> new ServiceState(engine.health(), engine.describe()));
    }
}
