package com.mathematricks.dashboard;

import com.mathematricks.dashboard.frame.Numbers;
import com.mathematricks.dashboard.store.Indexes;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.StoreHealth;
import com.mathematricks.dashboard.store.StorePreparation;
import com.mathematricks.dashboard.store.StoreStep;
import com.mathematricks.service.json.Json;
import com.mathematricks.service.status.Heartbeat;
import com.mathematricks.service.status.ServiceState;
import com.mathematricks.service.store.StoreWatch;
import com.mongodb.client.MongoDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DashboardConfiguration implements WebMvcConfigurer {

    /// A reader does not wait longer than this for a store that hangs.
    private static final int ANSWER_LIMIT_SECONDS = 5;

    private static final DateTimeFormatter SHOWN_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapper jsonMapper() {
        return Json.MAPPER
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer answerLimit() {
        return settings -> settings.timeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Bean
    ListSource listSource(MongoDatabase store, Clock clock) {
        return new ListSource(store, clock);
    }

    @Bean
    StoreStep indexes(MongoDatabase store) {
        return new Indexes(store);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StorePreparation storePreparation(List<StoreStep> steps) {
        return new StorePreparation(steps);
    }

    /// The bean's name makes it `store` among the health contributors.
    @Bean
    StoreHealth storeHealthIndicator(
            MongoDatabase store, StorePreparation preparation, StoreWatch watch) {
        return new StoreHealth(store, preparation, watch);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Heartbeat heartbeat(MongoDatabase store, StorePreparation preparation) {
        return new Heartbeat(
                store,
                "dashboard",
                () ->
                        preparation.isDone()
                                ? new ServiceState("UP", "shows pages and answers the API")
                                : new ServiceState("DEGRADED", "prepares the store"));
    }

    /// How the pages print what is between double braces.
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(BigDecimal.class, String.class, Numbers::shown);
        registry.addConverter(Instant.class, String.class, SHOWN_TIME::format);
    }
}
