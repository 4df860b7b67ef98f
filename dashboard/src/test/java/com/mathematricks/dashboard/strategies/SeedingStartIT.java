package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SeedingStartIT {

    @Test
    void aMistakeInTheFileStopsTheStartWithItsLine(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        Path file =
                Files.writeString(folder.resolve("strategies.yml"), "accounts: []\ncolour: 1\n");

        assertThatThrownBy(() -> start(file).close())
                .hasRootCauseInstanceOf(StrategiesFileException.class);

        assertThat(output)
                .contains("strategies.yml line 2: the file: unknown key `colour`")
                .contains("Correct it and start again.")
                .doesNotContain("\tat com.mathematricks");
    }

    @Test
    void doesNotStartWhereNobodyCouldReadTheGeneratedKeys(@TempDir Path folder) {
        assertThatThrownBy(() -> start(folder.resolve("strategies.yml")).close())
                .rootCause()
                .hasMessageContaining("trader.generated-secrets-file")
                .hasMessageContaining("[demo]");
    }

    private static RunningDashboard start(Path file) {
        try (var store = TestStore.inMemory()) {
            return RunningDashboard.start(store.uri(), "trader.strategies-file=" + file);
        }
    }
}
