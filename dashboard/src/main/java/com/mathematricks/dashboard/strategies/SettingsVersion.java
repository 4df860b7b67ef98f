package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// One version of settings, as what it changed.
///
/// @param by who made it
public record SettingsVersion(
        int version, @Nullable Instant at, @Nullable String by, List<Change> changes) {

    private static final Set<String> UNTOLD = Set.of("version", "changedAt");
    private static final Set<String> SECRET = Set.of("keyHash", "secretHash");

    @SuppressWarnings("NullAway") // absent in the stored document
    public SettingsVersion {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /// @param field a group's with its dot: `limits.leverage`
    /// @param from as it was; empty: it was not set
    public record Change(String field, String from, String to) {}

    static SettingsVersion between(StrategySettings before, StrategySettings after, String by) {
        return new SettingsVersion(
                after.version(),
                after.changedAt(),
                by,
                changes(Documents.of(before), Documents.of(after)));
    }

    static List<Change> changes(Document before, Document after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(
            String group, Document before, Document after, List<Change> changes) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        if (group.isEmpty()) {
            names.removeAll(UNTOLD);
        }
        for (String name : names) {
            Object from = before.get(name);
            Object to = after.get(name);
            if (Objects.equals(from, to)) {
                continue;
            }
            if (from instanceof Document old && to instanceof Document fresh) {
                compare(group + name + ".", old, fresh, changes);
            } else if (SECRET.contains(name)) {
                String what = name.equals("keyHash") ? "webhook key" : "passphrase";
                changes.add(new Change(what, "the one before", "a new one"));
            } else {
                changes.add(new Change(group + name, text(from), text(to)));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
