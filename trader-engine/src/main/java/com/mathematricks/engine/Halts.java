package com.mathematricks.engine;

import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.model.settings.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Steps by which the engine itself stops trading.
final class Halts {

    private Halts() {}

    static Optional<Draft> account(
            AccountId account, BrokerReport report, Throwable failure, Instant now) {
        String cause =
                "a report on order %s could not be booked twice: %s"
                        .formatted(report.order(), failure.getMessage());
        return Optional.of(change(account, TradingState.HALTED, "REPORT_FAILED", cause, now));
    }

    static Draft reducing(AccountId account, String code, String cause, Instant now) {
        return change(account, TradingState.REDUCING, code, cause, now);
    }

    private static Draft change(
            AccountId account, TradingState state, String code, String cause, Instant now) {
        return new Draft(
                EntryKind.STATE_CHANGED,
                null,
                account,
                List.of(
                        new Change.StatePut(
                                new ScopeState(StateScope.of(account), state, cause, now)),
                        new Change.Noted(code, cause, null, account)));
    }
}
