package com.mathematricks.engine;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountSettings;
import java.util.List;
import java.util.Optional;

/// Books the opening balance of an account that the book does not know yet.
final class AccountOpening {

    private AccountOpening() {}

    static Optional<Draft> step(AccountSettings account, Situation situation) {
        if (situation.book().balance(account.id()).isPresent()) {
            return Optional.empty();
        }
        Money opening = new Money(account.cash(), account.currency());
        var balance =
                AccountBalance.opened(account.id(), account.broker(), account.currency(), opening);
        return Optional.of(
                new Draft(
                        EntryKind.ADJUSTED,
                        "opening:" + account.id(),
                        account.id(),
                        List.of(
                                new Change.BalancePut(balance),
                                new Change.CashMoved(account.id(), opening, "opening balance"))));
    }
}
