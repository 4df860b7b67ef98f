package com.mathematricks.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.settings.LimitKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedExecutionCheckTest {

    private final TestRequest request = new TestRequest();

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false"})
    void tradesAtMostSoOften(int before, boolean passes) {
        request.executions = before;
        request.with(settings ->
                settings.limit(LimitKey.MAX_EXECUTIONS, "3")
                        .limit(LimitKey.EXECUTIONS_WINDOW, "60"));

        CheckResult result = request.check(new RepeatedExecutionCheck());

        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.text())
                .isEqualTo(
                        "Trade %d of the strategy within 60 s, at most 3 are allowed"
                                .formatted(before + 1));
        assertThat(request.askedWithin).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void windowIsAnHourUnlessItIsSet() {
        request.with(settings -> settings.limit(LimitKey.MAX_EXECUTIONS, "3"));
        assertThat(request.check(new RepeatedExecutionCheck()).passed()).isTrue();
        assertThat(request.askedWithin).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void accountsLimitCountsToo() {
        request.executions = 5;
        request.with(settings ->
                settings.limit(LimitKey.MAX_EXECUTIONS, "9")
                        .accountLimit(LimitKey.MAX_EXECUTIONS, "5"));
        assertThat(request.check(new RepeatedExecutionCheck()).numbers())
                .containsEntry("executions", "6")
                .containsEntry("limit", "5")
                .containsEntry("window", "3600");
    }

    @Test
    void withoutALimitAnHourIsCountedAndAllPasses() {
        request.executions = 1_000;
        CheckResult result = request.check(new RepeatedExecutionCheck());
        assertThat(result.passed()).isTrue();
        assertThat(result.numbers())
                .containsExactly(Map.entry("executions", "1001"), Map.entry("window", "3600"));
    }
}
