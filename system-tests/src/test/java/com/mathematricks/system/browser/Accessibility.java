package com.mathematricks.system.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What axe finds wrong with a page.
public final class Accessibility {

    private static final String SCRIPT = script();

    private Accessibility() {}

    private static String script() {
        try (var file = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (file == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Findings that keep somebody from using the page, each with where it is.
    public static List<String> seriousFindings(Page page) {
        page.evaluate(SCRIPT);
        Object findings =
                page.evaluate(
                        """
                        async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                            .filter(v => v.impact === 'serious' || v.impact === 'critical')
                            .map(v => v.id + ': ' + v.help + ' at '
                                + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))
                        """);
        return findings instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(Map.of("axe answered", findings)));
    }
}
