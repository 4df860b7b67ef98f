package com.mathematricks.engine;

import com.mathematricks.engine.command.Words;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Cancels;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.service.store.Restore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the engine does first where a backup was put back: it begins a new epoch, halts every
/// account until a person accepts it, and gives up every step that was planned but not sent yet.
/// All of it is one entry under a key of the restore, so it is done wholly and once, wherever the
/// engine is killed.
final class Restoring {

    private Restoring() {}

    /// Empty where nothing was put back that the journal does not tell of.
    static Optional<Draft> step(Optional<Restore> last, Journal journal, Situation situation) {
        return last.filter(restore -> journal.withKey(key(restore)).isEmpty())
                .map(restore -> step(restore, situation));
    }

    private static String key(Restore restore) {
        return "restored:" + restore.id();
    }

    private static Draft step(Restore restore, Situation situation) {
        String backup = "the backup of " + Words.time(restore.backupTakenAt());
        var changes = new ArrayList<Change>();
        changes.add(
                new Change.Noted(
                        "RESTORED",
                        "The database was restored from %s; what came after it is unknown. Every account is halted until its positions were compared with the broker's and a person accepts it"
                                .formatted(backup),
                        null,
                        null));
        for (AccountId account : accounts(situation)) {
            changes.add(new Change.StatePut(halted(account, restore, backup, situation)));
        }
        var unsent = new Cancels(situation, "NOT_SENT_RESTORED: planned before " + backup);
        situation
                .book()
                .working()
                .filter(order -> order.status() == OrderStatus.NEW)
                .toList()
                .forEach(unsent::add);
        unsent.orders().forEach(order -> changes.add(new Change.OrderPut(order)));
        String epoch = Epoch.after(situation.book().epoch());
        return new Draft(EntryKind.STATE_CHANGED, key(restore), null, changes, epoch);
    }

    /// Those that the book knows, and those that are set up and will be opened.
    private static List<AccountId> accounts(Situation situation) {
        return Stream.concat(
                        situation.book().balances().stream().map(balance -> balance.id()),
                        situation.settings().accounts().stream().map(account -> account.id()))
                .distinct()
                .toList();
    }

    private static ScopeState halted(
            AccountId account, Restore restore, String backup, Situation situation) {
        StateScope scope = StateScope.of(account);
        String before =
                situation
                        .book()
                        .state(scope)
                        .filter(state -> state.state() != TradingState.ACTIVE)
                        .map(state ->
                                "; before, it was %s: %s".formatted(state.state(), state.cause()))
                        .orElse("");
        return new ScopeState(
                scope,
                TradingState.HALTED,
                "restored from %s, what came after it is unknown; accept the account after a look at the broker, then resume it%s"
                        .formatted(backup, before),
                situation.now(),
                restore.backupTakenAt());
    }
}
