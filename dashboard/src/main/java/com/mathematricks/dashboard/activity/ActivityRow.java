package com.mathematricks.dashboard.activity;

import com.mathematricks.dashboard.ledger.JournalEntry;
import com.mathematricks.dashboard.ledger.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An entry of the journal as a row of the page.
public record ActivityRow(JournalEntry entry) {

    public String kind() {
        return Words.of(entry.kind());
    }

    public String tone() {
        return switch (String.valueOf(entry.kind())) {
            case "FILLED" -> "good";
            case "STATE_CHANGED", "COMMAND_DONE", "NOTED", "STARTED" -> "warn";
            default -> "muted";
        };
    }

    /// What it changed, a sentence for each change that says something to a person.
    public List<String> sentences() {
        return entry.changes() instanceof List<?> changes
                ? changes.stream()
                        .filter(Map.class::isInstance)
                        .map(change -> ChangeWords.of((Map<?, ?>) change))
                        .filter(sentence -> !sentence.isEmpty())
                        .toList()
                : List.of();
    }

    /// The key where it is a signal's: those lead to a page.
    public @Nullable String signal() {
        return "DECIDED".equals(entry.kind()) ? entry.key() : null;
    }
}
