package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/risk-checks.md` names exactly the codes that the program can answer.
class RiskChecksPageTest {

    private static final Path ENGINE = Path.of("src/main/java/com/mathematricks/engine");
    private static final Pattern IN_CODE =
            Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|MARGIN|DRAWDOWN)\"");
    private static final Pattern IN_TABLE =
            Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);

    private static Set<String> found(Pattern pattern, String text) {
        var codes = new TreeSet<String>();
        pattern.matcher(text).results().map(match -> match.group(1)).forEach(codes::add);
        return codes;
    }

    private static String source(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ENGINE.resolve(folder))) {
            var text = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void pageNamesEveryCodeAndNoOther() throws IOException {
        var codes = new TreeSet<String>();
        for (String folder : Set.of("decision", "risk", "sizing", "execution")) {
            codes.addAll(found(IN_CODE, source(folder)));
        }
        String page = Files.readString(Path.of("../docs/risk-checks.md"));

        assertThat(found(IN_TABLE, page)).isEqualTo(codes);
    }

    @Test
    void pageListsTheChecksInTheirOrder() throws IOException {
        String page = Files.readString(Path.of("../docs/risk-checks.md"));
        var places =
                RiskChecks.check(new TestRequest().request()).stream()
                        .map(check -> page.indexOf("| `" + check.code() + "` |"))
                        .toList();
        assertThat(places).isSorted().doesNotContain(-1);
    }

    @Test
    void numbersOfEachCheckAreNamed() throws IOException {
        String page = Files.readString(Path.of("../docs/risk-checks.md"));
        var request = new TestRequest();
        request.reference = "100";
        request.total = "100000";
        for (CheckResult check : RiskChecks.check(request.request())) {
            String row =
                    page.lines()
                            .filter(line -> line.startsWith("| `" + check.code() + "` |"))
                            .findFirst()
                            .orElseThrow();
            check.numbers().keySet().forEach(name -> assertThat(row).contains(name));
        }
    }
}
