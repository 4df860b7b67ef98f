package com.mathematricks.standalone.launch;

import com.mathematricks.standalone.binder.InProcessBinder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/// One of the four services while it runs in this process.
final class ServiceContext implements AutoCloseable {

    private final String name;
    private final ConfigurableApplicationContext context;

    private ServiceContext(String name, ConfigurableApplicationContext context) {
        this.name = name;
        this.context = context;
    }

    /// @param settings stronger than the service's own configuration file
    /// @param clock in the place of the service's own
    static ServiceContext start(
            ServiceDescription service,
            Map<String, Object> settings,
            InProcessBinder events,
            Optional<Clock> clock) {
        List<String> words = new ArrayList<>();
        settings.forEach((key, value) -> words.add("--" + key + "=" + value));
        words.add("--" + ForeignParts.PROPERTY + "=" + String.join(",", service.without()));
        var context =
                new SpringApplicationBuilder(service.application())
                        .web(service.web() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                        .properties("spring.config.name=" + service.name())
                        // Variables like SERVER_PORT would be meant for one of the four only.
                        .environmentPrefix(service.name().replace('-', '.'))
                        .initializers(fresh -> {
                            var beans = fresh.getBeanFactory();
                            beans.registerSingleton(InProcessBinder.NAME, events);
                            clock.ifPresent(other -> beans.registerSingleton("clock", other));
                        })
                        .registerShutdownHook(false)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .run(words.toArray(String[]::new));
        return new ServiceContext(service.name(), context);
    }

    String name() {
        return name;
    }

    /// A service without a health endpoint is ready as soon as it runs.
    boolean isReady() {
        HealthEndpoint health = context.getBeanProvider(HealthEndpoint.class).getIfAvailable();
        if (health == null) {
            return true;
        }
        var readiness = health.healthForPath("readiness");
        return readiness == null || readiness.getStatus().equals(Status.UP);
    }

    @Override
    public void close() {
        context.close();
    }
}
