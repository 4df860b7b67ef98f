package com.mathematricks.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k3J8dLq0Zx5VbN2m",
                "secretariat of the 7th floor",
                "a-password-for-tests",
                "changing winds 4711",
                "aaaaaaaaaaab"
            })
    void acceptsWhatNobodyGuesses(String secret) {
        assertThat(Secret.require("x", secret, 12, "f")).isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, is missing",
                "'', is empty",
                "'   ', is empty",
                "k3J8dLq0Zx5, is too short",
                "guest, is a default or a placeholder",
                "changeme-please-do, is a default or a placeholder",
                "Change me before use, is a default or a placeholder",
                "your-secret-token-1234, is a default or a placeholder",
                "password1234567, is a default or a placeholder",
                "<the token of yours>, is a default or a placeholder",
                "${internal_token}, is a default or a placeholder",
                "xxxxxxxxxxxxxxxxxxxx, is a default or a placeholder"
            })
    void refusesWhatIsNoneAndSaysWhatIsNeeded(@Nullable String secret, String why) {
        assertThatThrownBy(() -> Secret.require("trader.x", secret, 12, "/run/secrets/x"))
                .isInstanceOf(RefusedSecretException.class)
                .hasMessage(
                        "trader.x "
                                + why
                                + ": at least 12 characters that nobody can guess are needed,"
                                + " put them in /run/secrets/x");
    }
}
