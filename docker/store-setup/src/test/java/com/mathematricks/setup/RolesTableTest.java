package com.mathematricks.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table for people is that of the code.
class RolesTableTest {

    private static final Path DOCUMENT = Path.of("../../docs/roles.md");

    @Test
    void theDocumentHasTheTableOfTheCode() throws IOException {
        String table =
                Files.readString(DOCUMENT)
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .collect(Collectors.joining("\n", "", "\n"));

        assertThat(table).as("docs/roles.md has to hold\n%s", asMarkdown()).isEqualTo(asMarkdown());
    }

    private static String asMarkdown() {
        var lines = new StringBuilder("| Collection |");
        for (Service service : Service.values()) {
            lines.append(" `").append(service.user()).append("` |");
        }
        lines.append("\n|---|").append("---|".repeat(Service.values().length)).append('\n');
        Roles.TABLE.forEach((collection, rights) -> lines.append(row(collection, rights)));
        return lines.toString();
    }

    private static String row(String collection, Map<Service, Set<Right>> rights) {
        String name = collection.isEmpty() ? "every one" : "`" + collection + "`";
        var row = new StringBuilder("| ").append(name).append(" |");
        for (Service service : Service.values()) {
            String words = words(rights.getOrDefault(service, Set.of()));
            row.append(words.isEmpty() ? "" : " " + words).append(" |");
        }
        return row.append('\n').toString();
    }

    private static String words(Set<Right> rights) {
        var words = new StringJoiner(", ");
        rights.forEach(right -> words.add(right.name().toLowerCase(Locale.ROOT)));
        return words.toString();
    }
}
