package com.mathematricks.standalone.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The binder between two Spring contexts, as Spring Cloud Stream uses it.
class StreamBridgeIT {

    private static final String WITHOUT =
            "--standalone.without=org.springframework.boot.amqp,org.springframework.boot.mongodb,org.springframework.boot.security";

    private final InProcessBinder binder = new InProcessBinder();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Sender {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Receiver {

        private final List<String> taken = new CopyOnWriteArrayList<>();

        @Bean
        List<String> taken() {
            return taken;
        }

        @Bean
        Consumer<byte[]> events() {
            return bytes -> {
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (text.contains("bad")) {
                    throw new IllegalStateException("cannot take " + text);
                }
                taken.add(text);
            };
        }
    }

    @Test
    void sendReturnsTrueOnceTheOtherContextHasTakenTheEvent() {
        try (var sender = start(Sender.class);
                var receiver =
                        start(
                                Receiver.class,
                                "--spring.cloud.function.definition=events",
                                "--spring.cloud.stream.bindings.events-in-0.destination=trading-events",
                                "--spring.cloud.stream.bindings.events-in-0.group=teller")) {
            var bridge = sender.getBean(StreamBridge.class);
            var taken = receiver.getBean(Receiver.class).taken;

            assertThat(bridge.send("trading-events", new Event(1))).isTrue();
            assertThat(taken).containsExactly("{\"number\":1}");
            assertThatThrownBy(() -> bridge.send("trading-events", "bad"))
                    .hasStackTraceContaining("cannot take bad");
            assertThat(bridge.send("trading-events", new Event(2))).isTrue();
            assertThat(taken).containsExactly("{\"number\":1}", "{\"number\":2}");
        }
    }

    @Test
    void sendFailsWhileTheRequiredGroupIsNotThere() {
        try (var sender =
                start(
                        Sender.class,
                        "--spring.cloud.stream.bindings.trading-events.producer.required-groups=teller")) {
            var bridge = sender.getBean(StreamBridge.class);

            assertThatThrownBy(() -> bridge.send("trading-events", new Event(1)))
                    .hasStackTraceContaining("group teller has no consumer of trading-events yet");
        }
    }

    record Event(int number) {}

    private ConfigurableApplicationContext start(Class<?> application, String... settings) {
        var words = new java.util.ArrayList<>(List.of(settings));
        words.add(WITHOUT);
        words.add("--spring.cloud.stream.default-binder=" + InProcessBinder.NAME);
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton(InProcessBinder.NAME, binder))
                .run(words.toArray(String[]::new));
    }
}
