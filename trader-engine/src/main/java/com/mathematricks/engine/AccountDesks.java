package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The open accounts, each with its desk: who may send, who is told a price, what is wrong where.
final class AccountDesks implements AutoCloseable {

    private final Map<AccountId, AccountDesk> desks = new ConcurrentHashMap<>();
    private final Function<AccountSettings, Broker> brokers;
    private final Journal journal;
    private final SendCheck check;

    AccountDesks(Function<AccountSettings, Broker> brokers, Journal journal, SendCheck check) {
        this.brokers = brokers;
        this.journal = journal;
        this.check = check;
    }

    /// Opens those that are not open yet; what was opened stays so.
    void open(Iterable<AccountSettings> accounts, TradingEngine deciding) {
        for (AccountSettings account : accounts) {
            if (!desks.containsKey(account.id())) {
                deciding.take("open " + account.id(), s -> AccountOpening.step(account, s)).join();
                desks.computeIfAbsent(account.id(), _ -> desk(account, deciding)).start();
            }
        }
    }

    private AccountDesk desk(AccountSettings account, TradingEngine deciding) {
        Broker broker = brokers.apply(account);
        return new AccountDesk(
                account.id(),
                broker,
                deciding,
                check,
                new Reconciliation(account.id(), broker, deciding, journal, check));
    }

    /// What was journalled may now leave.
    void dispatch(Order order, Book book) {
        AccountDesk desk = desks.get(order.account());
        if (desk == null || order.isFinal()) {
            return;
        }
        if (order.progress().cancelRequested()) {
            desk.cancel(order);
        } else if (order.status() == OrderStatus.SUBMITTED) {
            desk.submit(
                    order,
                    book.instrument(order.terms().instrument())
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "no terms of " + order.terms().instrument())));
        }
    }

    void price(InstrumentId instrument, KnownPrice price) {
        desks.values().forEach(desk -> desk.price(instrument, price));
    }

    void reconcileSoon() {
        desks.values().forEach(AccountDesk::reconcileSoon);
    }

    CompletableFuture<BrokerSide> brokerSide(ControlCommand command) {
        return desks.values().stream()
                .filter(desk -> desk.isOf(command.scope()))
                .findFirst()
                .map(AccountDesk::brokerSide)
                .orElseGet(() -> CompletableFuture.completedFuture(BrokerSide.unasked()));
    }

    Optional<String> problem(AccountId account) {
        AccountDesk desk = desks.get(account);
        return desk == null ? Optional.of("account " + account + " is not open") : desk.problem();
    }

    /// Of all accounts, for a person; empty: none.
    String problems() {
        return desks.values().stream()
                .map(AccountDesk::problem)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    boolean wereTried() {
        return desks.values().stream().allMatch(AccountDesk::wasTried);
    }

    @Override
    public void close() {
        desks.values().forEach(AccountDesk::close);
    }
}
