package com.mathematricks.dashboard.strategies;

import com.mathematricks.dashboard.store.StoreStep;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the file at start, so that a mistake in it stops the start and not the first signal.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StrategiesSettings.class)
class SeedingConfiguration {

    @Bean
    StoreStep seeding(
            MongoDatabase store,
            StrategiesSettings settings,
            ObjectProvider<GeneratedSecrets> brought,
            Clock clock) {
        Path path = settings.strategiesFile();
        if (path == null) {
            return () -> {};
        }
        StrategiesFile file = StrategiesFile.read(path, clock.instant());
        GeneratedSecrets secrets = brought.getIfAvailable(() -> secretsFile(settings, file));
        return new Seeding(store, file, new Credentials(settings, secrets), clock::instant);
    }

    private static GeneratedSecrets secretsFile(StrategiesSettings settings, StrategiesFile file) {
        Path path = settings.generatedSecretsFile();
        if (path != null) {
            return new SecretsFile(path);
        }
        List<String> inNeed =
                file.strategies().stream()
                        .filter(strategy -> needsGenerated(strategy, settings))
                        .map(strategy -> strategy.name().value())
                        .toList();
        if (!inNeed.isEmpty()) {
            throw new StrategiesFileException(
                    "trader.generated-secrets-file: must name a file that takes the generated"
                            + " webhook keys of the strategies "
                            + inNeed);
        }
        return _ -> {};
    }

    private static boolean needsGenerated(StrategyEntry strategy, StrategiesSettings settings) {
        Credentials.Pair given = Credentials.given(strategy, settings);
        return given.key().isEmpty() || given.secret().isEmpty();
    }
}
