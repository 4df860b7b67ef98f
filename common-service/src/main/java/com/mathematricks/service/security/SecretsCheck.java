package com.mathematricks.service.security;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;

/// Refuses to start with a secret that is missing or a default, before anything else begins. The
/// keys of `trader.secrets-needed` name a service's own, with their shortest length; the passwords
/// of MongoDB and RabbitMQ are looked at wherever these are not on this machine alone.
public final class SecretsCheck implements EnvironmentPostProcessor {

    static final String NEEDED = "trader.secrets-needed";
    static final String MONGODB = "spring.mongodb.uri";

    private static final int SHORTEST_PASSWORD = 12;
    private static final String SECRETS = "/run/secrets/";

    private static final Pattern URI =
            Pattern.compile("mongodb(?:\\+srv)?://(?:([^@/]*)@)?([^/?]*).*", Pattern.DOTALL);
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Integer> needed =
                Binder.get(environment)
                        .bind(NEEDED, Bindable.mapOf(String.class, Integer.class))
                        .orElse(Map.of());
        needed.forEach((name, shortest) ->
                Secret.require(name, value(environment, name), shortest, SECRETS + name));
        checkMongodb(environment);
        checkRabbitmq(environment);
    }

    private static void checkMongodb(ConfigurableEnvironment environment) {
        String uri = value(environment, MONGODB);
        Matcher parts = URI.matcher(uri == null ? "" : uri);
        if (!parts.matches()) {
            return;
        }
        @Nullable String login = parts.group(1);
        if (login == null && isHere(parts.group(2))) {
            return;
        }
        int colon = login == null ? -1 : login.indexOf(':');
        @Nullable String password = login == null || colon < 0 ? null : login.substring(colon + 1);
        Secret.require(
                "the password in " + MONGODB,
                password,
                SHORTEST_PASSWORD,
                SECRETS + "mongodb_password");
    }

    private static void checkRabbitmq(ConfigurableEnvironment environment) {
        @Nullable String host = value(environment, "spring.rabbitmq.addresses");
        if (host == null) {
            host = value(environment, "spring.rabbitmq.host");
        }
        if (host != null && !isHere(host)) {
            Secret.require(
                    "spring.rabbitmq.password",
                    value(environment, "spring.rabbitmq.password"),
                    SHORTEST_PASSWORD,
                    SECRETS + "rabbitmq_password");
        }
    }

    private static boolean isHere(String hosts) {
        return Arrays.stream(hosts.split(","))
                .allMatch(host -> LOOPBACK.matcher(host.strip()).matches());
    }

    /// A property may stand for a secret whose file is not there.
    private static @Nullable String value(ConfigurableEnvironment environment, String name) {
        try {
            return environment.getProperty(name);
        } catch (PlaceholderResolutionException e) {
            throw new RefusedSecretException(
                    "%s needs the secret %s, which is missing: put it in %s"
                            .formatted(name, e.getPlaceholder(), SECRETS + e.getPlaceholder()));
        }
    }
}
