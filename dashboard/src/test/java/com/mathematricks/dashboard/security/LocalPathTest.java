package com.mathematricks.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/signals/demo:1", "/?strategy=demo&limit=5", "/a//b"})
    void keepsPathsOfThisServer(String path) {
        assertThat(LocalPath.orStart(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "signals",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                " //evil.example"
            })
    void startsAtTheStartForAnythingElse(String path) {
        assertThat(LocalPath.orStart(path)).isEqualTo("/");
    }

    @Test
    void startsAtTheStartWithoutAPath() {
        assertThat(LocalPath.orStart(null)).isEqualTo("/");
        assertThat(LocalPath.orStart("/" + "a".repeat(2000))).isEqualTo("/");
    }
}
