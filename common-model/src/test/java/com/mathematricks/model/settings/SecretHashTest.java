package com.mathematricks.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void isSha256InHexadecimal() {
        // The test value of FIPS 180-2 for the message "abc".
        assertThat(SecretHash.of("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void matchesItsOwnSecretOnly() {
        String hash = SecretHash.of("a secret of someone");
        assertThat(SecretHash.matches("a secret of someone", hash)).isTrue();
        assertThat(SecretHash.matches("a secret of someonE", hash)).isFalse();
        assertThat(SecretHash.matches("", hash)).isFalse();
        assertThat(SecretHash.matches("a secret of someone", "")).isFalse();
    }
}
