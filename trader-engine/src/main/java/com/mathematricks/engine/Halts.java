package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.command.Reducing;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.model.settings.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Steps by which the engine itself stops trading.
final class Halts {

    private static final String HALTED_FOR = "; halted before: ";

    private Halts() {}

    static Optional<Draft> account(
            AccountId account, BrokerReport report, Throwable failure, Situation situation) {
        String cause =
                "a report on order %s could not be booked twice: %s"
                        .formatted(report.order(), failure.getMessage());
        StateScope scope = StateScope.of(account);
        ScopeState state =
                unaccepted(scope, situation)
                        .map(restored -> alsoHaltedFor(cause, restored))
                        .orElseGet(() ->
                                new ScopeState(scope, TradingState.HALTED, cause, situation.now()));
        return Optional.of(draft(account, state, List.of(), "REPORT_FAILED", cause));
    }

    /// Working orders that enlarge are cancelled. An account that is halted stays halted.
    static Draft reducing(AccountId account, String code, String cause, Situation situation) {
        StateScope scope = StateScope.of(account);
        ScopeState state =
                situation
                        .book()
                        .state(scope)
                        .filter(known -> known.state() == TradingState.HALTED)
                        .map(halted -> alsoHaltedFor(cause, halted))
                        .orElseGet(() ->
                                new ScopeState(
                                        scope, TradingState.REDUCING, cause, situation.now()));
        List<Change> cancels =
                Reducing.cancels(situation, scope, "only reducing: " + cause).stream()
                        .<Change>map(Change.OrderPut::new)
                        .toList();
        return draft(account, state, cancels, code, cause);
    }

    private static ScopeState alsoHaltedFor(String cause, ScopeState halted) {
        int before = halted.cause().indexOf(HALTED_FOR);
        String first =
                before < 0
                        ? halted.cause()
                        : halted.cause().substring(before + HALTED_FOR.length());
        return halted.because(cause + HALTED_FOR + first);
    }

    private static Optional<ScopeState> unaccepted(StateScope scope, Situation situation) {
        return situation.book().state(scope).filter(ScopeState::needsAcceptance);
    }

    /// True where the account is stopped for that cause already.
    static boolean isKnown(AccountId account, String cause, Book book) {
        return book.state(StateScope.of(account))
                .filter(state -> state.state() != TradingState.ACTIVE)
                .map(ScopeState::cause)
                .filter(known -> known.equals(cause) || known.startsWith(cause + HALTED_FOR))
                .isPresent();
    }

    private static Draft draft(
            AccountId account, ScopeState state, List<Change> more, String code, String cause) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.StatePut(state));
        changes.addAll(more);
        changes.add(new Change.Noted(code, cause, null, account));
        return new Draft(EntryKind.STATE_CHANGED, null, account, changes);
    }
}
