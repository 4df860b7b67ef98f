package com.mathematricks.service.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SecretsCheckTest {

    private static final String GOOD = "k3J8dLq0Zx5VbN2m";

    private final Map<String, Object> properties = new TreeMap<>();

    @Test
    void acceptsGoodSecrets() {
        properties.put("trader.secrets-needed[trader.internal-token]", 16);
        properties.put("trader.internal-token", GOOD);
        properties.put(
                "spring.mongodb.uri", "mongodb://engine:${mongodb_password}@mongodb:27017/x");
        properties.put("mongodb_password", GOOD);
        properties.put("spring.rabbitmq.host", "rabbitmq");
        properties.put("spring.rabbitmq.password", GOOD);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void needsNoPasswordOfWhatIsOnThisMachineAlone() {
        properties.put("spring.mongodb.uri", "mongodb://127.0.0.1:27017,[::1]:27018/x");
        properties.put("spring.rabbitmq.host", "localhost");
        properties.put("spring.rabbitmq.password", "guest");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refusesAMissingSecretOfTheService() {
        properties.put("trader.secrets-needed[trader.api-token]", 16);

        assertRefused("trader.api-token is missing: at least 16 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://mongodb:27017/x",
                "mongodb://engine@mongodb:27017/x",
                "mongodb://engine:@mongodb:27017/x",
                "mongodb+srv://engine:changeme@cluster0.example.org/x",
                "mongodb://engine:password@127.0.0.1:27017/x",
                "mongodb://127.0.0.1:27017,mongodb:27017/x"
            })
    void refusesAStoreWithoutAPassword(String uri) {
        properties.put("spring.mongodb.uri", uri);

        assertRefused("the password in spring.mongodb.uri is ");
    }

    @Test
    void namesTheSecretThatAPropertyStandsFor() {
        properties.put("spring.mongodb.uri", "mongodb://engine:${mongodb_password}@mongodb/x");

        assertRefused(
                "spring.mongodb.uri needs the secret mongodb_password, which is missing: put it in /run/secrets/mongodb_password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "", "changeme"})
    void refusesABrokersDefault(String password) {
        properties.put("spring.rabbitmq.addresses", "one:5672,two:5672");
        properties.put("spring.rabbitmq.password", password);

        assertRefused("spring.rabbitmq.password is ");
    }

    private void assertRefused(String beginning) {
        assertThatThrownBy(this::check)
                .isInstanceOf(RefusedSecretException.class)
                .hasMessageStartingWith(beginning);
    }

    private void check() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new SecretsCheck().postProcessEnvironment(environment, new SpringApplication());
    }
}
