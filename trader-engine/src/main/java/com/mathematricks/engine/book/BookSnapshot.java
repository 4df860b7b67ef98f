package com.mathematricks.engine.book;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.signal.DecisionAnswer;
import java.util.List;

/// The whole book after the entry `sequence`, to start fast.
///
/// @param orders the newest final ones as they ended, then the working ones as they were planned
/// @param closedDays the last one of each scope
/// @param flatDays the last one of each strategy
public record BookSnapshot(
        long sequence,
        String epoch,
        List<AccountBalance> balances,
        List<Position> positions,
        List<Instrument> instruments,
        List<Order> orders,
        List<ScopeState> states,
        List<DecisionAnswer> answers,
        List<CommandAnswer> commands,
        List<String> fillKeys,
        List<OrderTime> orderTimes,
        List<ClosedDay> closedDays,
        List<LossBaseline> baselines,
        List<Execution> executions,
        List<FlatDay> flatDays) {

    public BookSnapshot {
        // One that was written before there were commands, closed days, baselines, executions or
        // flat
        // days has none.
        commands = commands == null ? List.of() : commands;
        closedDays = closedDays == null ? List.of() : closedDays;
        baselines = baselines == null ? List.of() : baselines;
        executions = executions == null ? List.of() : executions;
        flatDays = flatDays == null ? List.of() : flatDays;
    }
}
