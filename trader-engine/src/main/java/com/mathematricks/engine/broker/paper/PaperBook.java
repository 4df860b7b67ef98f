package com.mathematricks.engine.broker.paper;

import com.mathematricks.model.money.Money;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the paper broker keeps in memory of one account, loaded from its documents: the ledger and
/// the open orders. Changed only after the document is stored.
final class PaperBook {

    /// From so many fills on, the account's document takes them in, so that the next start need not
    /// add them up again.
    private static final int TAKE_IN = 1_000;

    static final String RESET = "the account was reset";

    private record NewFill(PaperOrder order, PaperFill fill) {}

    private final PaperAccount account;
    private final PaperLedger ledger;
    private final Map<ClientOrderId, PaperOrder> open = new LinkedHashMap<>();

    private PaperBook(PaperAccount account) {
        this.account = account;
        this.ledger = new PaperLedger(account);
    }

    /// @param opening cash of an account that is new
    /// @param takeIn true where no write of ours can still be under way
    static PaperBook load(PaperStore store, PaperAccount opening, boolean takeIn, Instant now) {
        PaperAccount account =
                store.account()
                        .orElseGet(() -> {
                            store.save(opening);
                            return opening;
                        });
        var book = new PaperBook(account);
        List<PaperOrder> filled = store.filledAfter(account.throughFill());
        filled.stream()
                .flatMap(order ->
                        order.fillsAfter(account.throughFill()).stream()
                                .map(fill -> new NewFill(order, fill)))
                .sorted(Comparator.comparingLong(fresh -> fresh.fill().number()))
                .forEach(fresh -> book.ledger.apply(fresh.order(), fresh.fill()));
        if (takeIn && filled.size() >= TAKE_IN) {
            store.save(book.ledger.asAccount(account, now));
        }
        for (PaperOrder order : store.open()) {
            book.takeOpen(store, order, now);
        }
        return book;
    }

    /// An order from before a reset that a crash cut short is cancelled now.
    private void takeOpen(PaperStore store, PaperOrder order, Instant now) {
        if (order.generation() == account.generation()) {
            open.put(order.id(), order);
        } else {
            store.replaceOpen(order.ended(OrderStatus.CANCELLED, RESET, now));
        }
    }

    /// The document of the same account after a reset.
    PaperAccount reset(Money cash, Instant now) {
        return new PaperAccount(
                account.id(),
                account.generation() + 1,
                cash,
                List.of(),
                ledger.nextFill() - 1,
                now);
    }

    void put(PaperOrder order) {
        if (order.isOpen()) {
            open.put(order.id(), order);
        } else {
            open.remove(order.id());
        }
        order.fillsAfter(ledger.throughFill()).forEach(fill -> ledger.apply(order, fill));
    }

    PaperLedger ledger() {
        return ledger;
    }

    int generation() {
        return account.generation();
    }

    /// In the order of their arrival.
    List<PaperOrder> open() {
        return List.copyOf(open.values());
    }
}
