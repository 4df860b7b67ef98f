package com.mathematricks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.system.suite.ServiceStart;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each service as a process ends at once, with one line, where a secret is missing or a default.
class RefusedSecretsIT {

    private static final String GOOD = "k3J8dLq0Zx5VbN2mT7";

    private static final Map<String, String> SECRETS =
            Map.of(
                    "SPRING_MONGODB_URI",
                    "mongodb://user:${mongodb_password}@mongodb.invalid:27017/mathematricks_trader",
                    "MONGODB_PASSWORD",
                    GOOD,
                    "SPRING_RABBITMQ_HOST",
                    "rabbitmq.invalid",
                    "SPRING_RABBITMQ_PASSWORD",
                    GOOD,
                    "TRADER_INTERNALTOKEN",
                    GOOD,
                    "TRADER_DASHBOARD_PASSWORD",
                    GOOD,
                    "TRADER_APITOKEN",
                    GOOD);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "trader-engine, TRADER_INTERNALTOKEN, '', trader.internal-token is empty",
                "trader-engine, MONGODB_PASSWORD, -, spring.mongodb.uri needs the secret mongodb_password",
                "trader-engine, SPRING_RABBITMQ_PASSWORD, guest, spring.rabbitmq.password is a default",
                "signal-collector, TRADER_INTERNALTOKEN, -, trader.internal-token is missing",
                "signal-collector, MONGODB_PASSWORD, '', the password in spring.mongodb.uri is empty",
                "telegram-notifier, SPRING_RABBITMQ_PASSWORD, -, spring.rabbitmq.password is missing",
                "telegram-notifier, MONGODB_PASSWORD, changeme, the password in spring.mongodb.uri is a default",
                "dashboard, TRADER_DASHBOARD_PASSWORD, '', trader.dashboard.password is empty",
                "dashboard, TRADER_APITOKEN, your-api-token, trader.api-token is a default",
                "dashboard, SPRING_MONGODB_URI, mongodb://mongodb.invalid/x, the password in spring.mongodb.uri is missing"
            })
    void endsWithOneLineThatNamesTheSecret(
            String service, String name, String value, String expected) {
        var environment = new HashMap<>(SECRETS);
        environment.remove(name);
        if (value != null) {
            environment.put(name, value);
        }

        ServiceStart.Ended ended = ServiceStart.untilItEnds(service, environment);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output().strip().lines())
                .as(ended.output())
                .singleElement()
                .asString()
                .startsWith("Not started: " + expected)
                .doesNotContain(GOOD);
    }
}
