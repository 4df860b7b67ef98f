package com.mathematricks.collector.webhook;

import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.StrategySettings;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds the strategy that a credential belongs to. Each stored hash is compared, in constant time,
/// whether or not one before it matched.
final class Authenticator {

    private final Supplier<Collection<StrategySettings>> strategies;

    Authenticator(Supplier<Collection<StrategySettings>> strategies) {
        this.strategies = strategies;
    }

    Admission byKey(String key) {
        return only(
                owners(key, StrategySettings::keyHash),
                "the key in the path",
                "copy the address again from the strategy's page");
    }

    /// @param named the strategy that the body names, if it does
    Admission bySecret(String secret, @Nullable String named) {
        List<StrategySettings> owners = owners(secret, StrategySettings::secretHash);
        String cure = "give the strategy's own passphrase and its name as it is written there";
        if (named == null) {
            return only(owners, "the passphrase", cure);
        }
        return owners.stream()
                .filter(owner -> owner.name().value().equals(named))
                .findFirst()
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(() ->
                        new Admission.Denied(
                                "the passphrase is not that of the named strategy, or"
                                        + " there is no such strategy",
                                cure));
    }

    private static Admission only(List<StrategySettings> owners, String what, String cure) {
        return switch (owners.size()) {
            case 0 -> new Admission.Denied(what + " is of no strategy that takes signals", cure);
            case 1 -> new Admission.Admitted(owners.getFirst());
            default ->
                    new Admission.Denied(
                            what + " is shared by several strategies",
                            "give each strategy a secret of its own");
        };
    }

    private List<StrategySettings> owners(
            String credential, Function<StrategySettings, String> hash) {
        return strategies.get().stream()
                .filter(strategy -> SecretHash.matches(credential, hash.apply(strategy)))
                .filter(strategy -> !strategy.archived())
                .toList();
    }
}
