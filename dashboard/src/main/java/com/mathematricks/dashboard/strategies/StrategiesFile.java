package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What `strategies.yml` states: accounts, strategies and the limits over all.
record StrategiesFile(
        String name,
        List<AccountSettings> accounts,
        List<StrategyEntry> strategies,
        Optional<Limits> limits) {

    private static final String BUILT_IN = "/dashboard/default-strategies.yml";

    StrategiesFile {
        accounts = List.copyOf(accounts);
        strategies = List.copyOf(strategies);
    }

    /// Where there is no such file, the built-in one with the paper strategy `demo`.
    static StrategiesFile read(Path path, Instant now) {
        String name = String.valueOf(path.getFileName());
        try {
            return new StrategiesReader(name, now).read(Files.readString(path));
        } catch (NoSuchFileException e) {
            return builtIn(now);
        } catch (CharacterCodingException e) {
            throw new StrategiesFileException(name + ": is not UTF-8 text", e);
        } catch (IOException e) {
            throw new StrategiesFileException(name + ": cannot be read", e);
        }
    }

    static StrategiesFile builtIn(Instant now) {
        try (InputStream text = StrategiesFile.class.getResourceAsStream(BUILT_IN)) {
            return new StrategiesReader("built-in strategies", now)
                    .read(
                            new String(
                                    Objects.requireNonNull(text).readAllBytes(),
                                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
