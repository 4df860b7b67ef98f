package com.mathematricks.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeStateTest {

    private static final StrategyName DEMO = new StrategyName("demo");
    private static final AccountId PAPER = new AccountId("paper");

    private final Map<StateScope, ScopeState> known = new HashMap<>();

    private void set(StateScope scope, TradingState state) {
        known.put(scope, new ScopeState(scope, state, "a test", Instant.EPOCH));
    }

    private ScopeState strictest() {
        return ScopeState.strictest(known::get, DEMO, PAPER);
    }

    @Test
    void activeUntilSomebodySaysOtherwise() {
        assertThat(strictest().state()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void strictestOfTheThreeCounts() {
        set(StateScope.ALL, TradingState.ACTIVE);
        set(StateScope.of(PAPER), TradingState.HALTED);
        set(StateScope.of(DEMO), TradingState.REDUCING);
        assertThat(strictest().scope()).isEqualTo(StateScope.of(PAPER));

        set(StateScope.of(PAPER), TradingState.ACTIVE);
        assertThat(strictest().scope()).isEqualTo(StateScope.of(DEMO));
    }

    @Test
    void othersDoNotMatter() {
        set(StateScope.of(new StrategyName("other")), TradingState.HALTED);
        assertThat(strictest().state()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void scopeIsOneOfThree() {
        assertThat(StateScope.of(PAPER).value()).isEqualTo("account paper");
        assertThatThrownBy(() -> new StateScope("everything"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
