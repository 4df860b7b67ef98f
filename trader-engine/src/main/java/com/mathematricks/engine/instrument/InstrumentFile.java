package com.mathematricks.engine.instrument;

import com.mathematricks.engine.table.Row;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the table from `instruments.yml` and a file of the user's own in the same form, whose rows
/// replace ours of the same name and whose rules come before ours. A fault is an
/// `IllegalArgumentException` with file and line.
public final class InstrumentFile {

    private static final String OURS = "instruments.yml";

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<FutureRoot> roots = new ArrayList<>();
    private final List<DerivationRule> rules = new ArrayList<>();

    private InstrumentFile() {}

    /// @param usersOwn null: our table alone
    public static InstrumentTable load(@Nullable Path usersOwn) {
        var file = new InstrumentFile();
        try (Reader ours = resource()) {
            file.add(OURS, ours);
            if (usersOwn != null) {
                try (Reader theirs = Files.newBufferedReader(usersOwn)) {
                    file.add(usersOwn.toString(), theirs);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the instruments file cannot be read", e);
        }
        return InstrumentTable.of(file.instruments, file.roots, file.rules);
    }

    /// Our table and more rows, given as text.
    static InstrumentTable with(String name, String text) {
        var file = new InstrumentFile();
        try (Reader ours = resource()) {
            file.add(OURS, ours);
            file.add(name, new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return InstrumentTable.of(file.instruments, file.roots, file.rules);
    }

    private static Reader resource() {
        return new InputStreamReader(
                Objects.requireNonNull(InstrumentFile.class.getResourceAsStream("/" + OURS)),
                StandardCharsets.UTF_8);
    }

    private void add(String name, Reader content) {
        Row file = Row.read(name, content).only("rules", "instruments", "futures");
        rules.addAll(0, file.rows("rules").stream().map(InstrumentRows::rule).toList());
        file.rows("futures").forEach(row -> roots.add(InstrumentRows.root(row)));
        file.rows("instruments")
                .forEach(row -> instruments.addAll(InstrumentRows.instruments(row)));
    }
}
