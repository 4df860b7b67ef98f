package com.mathematricks.collector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.collector.Strategies;
import com.mathematricks.model.settings.StrategySettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final StrategySettings DEMO = Strategies.named("demo");
    private static final StrategySettings OTHER = Strategies.named("other");

    private final Authenticator authenticator =
            new Authenticator(() -> List.of(DEMO, OTHER, Strategies.archived("old")));

    @Test
    void admitsByTheKeyOfThePath() {
        assertThat(authenticator.byKey(Strategies.key("other")))
                .isEqualTo(new Admission.Admitted(OTHER));
    }

    @Test
    void selectsTheStrategyByItsSecretWhereTheBodyNamesNone() {
        assertThat(authenticator.bySecret(Strategies.secret("demo"), null))
                .isEqualTo(new Admission.Admitted(DEMO));
    }

    @Test
    void admitsANamedStrategyByItsOwnSecretOnly() {
        assertThat(authenticator.bySecret(Strategies.secret("demo"), "demo"))
                .isEqualTo(new Admission.Admitted(DEMO));
        assertDenied(authenticator.bySecret(Strategies.secret("demo"), "other"));
        assertDenied(authenticator.bySecret(Strategies.secret("demo"), "unknown"));
    }

    @Test
    void takesNeitherCredentialForTheOther() {
        assertDenied(authenticator.byKey(Strategies.secret("demo")));
        assertDenied(authenticator.bySecret(Strategies.key("demo"), null));
    }

    @Test
    void takesNoStoredHashForTheCredential() {
        assertDenied(authenticator.byKey(DEMO.keyHash()));
        assertDenied(authenticator.bySecret(DEMO.secretHash(), "demo"));
    }

    @Test
    void deniesAnArchivedStrategy() {
        assertDenied(authenticator.byKey(Strategies.key("old")));
        assertDenied(authenticator.bySecret(Strategies.secret("old"), "old"));
    }

    @Test
    void deniesASecretThatSeveralShareUnlessOneIsNamed() {
        var sharing = new Authenticator(() -> List.of(DEMO, Strategies.sharing("twin", DEMO)));

        assertDenied(sharing.bySecret(Strategies.secret("demo"), null));
        assertThat(sharing.bySecret(Strategies.secret("demo"), "demo"))
                .isEqualTo(new Admission.Admitted(DEMO));
    }

    @Test
    void saysNothingOfTheCredentialInADenial() {
        assertThat(authenticator.byKey("not-a-key").toString()).doesNotContain("not-a-key");
        assertThat(authenticator.bySecret("not-a-secret", "demo").toString())
                .doesNotContain("not-a-secret");
    }

    private static void assertDenied(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Denied.class);
    }
}
