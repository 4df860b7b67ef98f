package com.mathematricks.engine.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.SignalKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One exact change that an entry makes. Each holds the state after it, so that replaying is
/// putting, and no later version of the arithmetic can rebuild something else.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Change {

    record EngineStarted(String version, long snapshot) implements Change {}

    record Decided(Decision decision) implements Change {}

    record CommandDone(ControlCommand command, ControlOutcome outcome) implements Change {}

    /// The terms of an instrument that an order uses from here on.
    record InstrumentUsed(Instrument instrument) implements Change {}

    record OrderPut(Order order) implements Change {}

    record FillAdded(Fill fill) implements Change {}

    record PositionPut(Position position) implements Change {}

    record BalancePut(AccountBalance balance) implements Change {}

    /// @param amount above zero: paid in
    record CashMoved(AccountId account, Money amount, String reason) implements Change {}

    record StatePut(ScopeState state) implements Change {}

    record DayClosed(ClosedDay day) implements Change {}

    /// What was opened by a decision that waited for a market was checked again as it opened.
    ///
    /// @param code `APPROVED`, or the first failed check's
    record CheckedAtOpen(
            SignalKey signal, boolean passed, String code, String reason, List<CheckResult> checks)
            implements Change {

        public CheckedAtOpen {
            checks = List.copyOf(checks);
        }
    }

    /// What losses are counted from, from here on.
    record BaselinePut(LossBaseline baseline) implements Change {}

    /// The limit is not set any more.
    record BaselineDropped(StateScope scope, LossRule rule) implements Change {}

    /// The strategy was closed by its `flat_by` of that day.
    record FlattenedByTime(StrategyName strategy, LocalDate day) implements Change {}

    /// What a person should know.
    record Noted(
            String code, String text, @Nullable StrategyName strategy, @Nullable AccountId account)
            implements Change {}
}
