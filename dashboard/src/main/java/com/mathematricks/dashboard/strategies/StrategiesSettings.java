package com.mathematricks.dashboard.strategies;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param strategiesFile seeds accounts and strategies; not set: nothing is seeded
/// @param generatedSecretsFile receives the generated credentials
/// @param demo credentials of the strategy `demo` that somebody else has made
@ConfigurationProperties("trader")
record StrategiesSettings(
        @Nullable Path strategiesFile, @Nullable Path generatedSecretsFile, @Nullable Demo demo) {

    static final String DEMO = "demo";

    record Demo(@Nullable String webhookKey, @Nullable String webhookSecret) {

        Demo {
            refuseShort("trader.demo.webhook-key", webhookKey);
            refuseShort("trader.demo.webhook-secret", webhookSecret);
        }

        private static void refuseShort(String property, @Nullable String secret) {
            if (secret != null && secret.length() < 16) {
                throw new IllegalArgumentException(
                        property + ": at least 16 characters are needed");
            }
        }

        @Override
        public String toString() {
            return "Demo[…]";
        }
    }

    @Nullable String demoKey() {
        return demo == null ? null : demo.webhookKey();
    }

    @Nullable String demoSecret() {
        return demo == null ? null : demo.webhookSecret();
    }
}
