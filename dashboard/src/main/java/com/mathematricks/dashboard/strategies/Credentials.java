package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.StrategyName;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Key and passphrase of each strategy that is to be stored: chosen, brought along, or generated
/// and then handed over. A strategy gets the same ones however often it is asked for.
final class Credentials {

    private static final int RANDOM_BYTES = 20;

    private final StrategiesSettings settings;
    private final GeneratedSecrets generated;
    private final SecureRandom random = new SecureRandom();
    private final Map<StrategyName, Pair> pairs = new HashMap<>();

    Credentials(StrategiesSettings settings, GeneratedSecrets generated) {
        this.settings = settings;
        this.generated = generated;
    }

    record Pair(String key, String secret) {

        @Override
        public String toString() {
            return "Pair[…]";
        }
    }

    Pair of(StrategyEntry strategy) {
        Pair known = pairs.get(strategy.name());
        if (known != null) {
            return known;
        }
        Pair made = make(strategy);
        pairs.put(strategy.name(), made);
        return made;
    }

    private Pair make(StrategyEntry strategy) {
        Pair given = given(strategy, settings);
        String key = given.key().isEmpty() ? random() : given.key();
        String secret = given.secret().isEmpty() ? random() : given.secret();
        Map<String, String> handedOver = new LinkedHashMap<>();
        if (given.key().isEmpty()) {
            handedOver.put("webhook.key." + strategy.name(), key);
        }
        if (given.secret().isEmpty()) {
            handedOver.put("webhook.secret." + strategy.name(), secret);
        }
        if (!handedOver.isEmpty()) {
            generated.keep(handedOver);
        }
        return new Pair(key, secret);
    }

    /// What need not be generated; empty where it must be.
    static Pair given(StrategyEntry strategy, StrategiesSettings settings) {
        boolean demo = strategy.name().value().equals(StrategiesSettings.DEMO);
        String key = demo && settings.demoKey() != null ? settings.demoKey() : "";
        String brought = demo && settings.demoSecret() != null ? settings.demoSecret() : "";
        return new Pair(key, strategy.secret().orElse(brought));
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
