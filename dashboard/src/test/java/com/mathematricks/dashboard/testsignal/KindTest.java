package com.mathematricks.dashboard.testsignal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindTest {

    private static final Path PAGE = Path.of("..", "docs", "signals.md");

    static List<Kind> kinds() {
        return Kind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isAnExampleOfThePage(Kind kind) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("<!-- example: " + kind.id() + ";");

        assertThat(begin).isPositive();
        String example = page.substring(begin, page.indexOf("\n```\n", begin));
        assertThat(example).endsWith("\n" + kind.body());
    }
}
