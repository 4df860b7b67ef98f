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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open accounts, each with its desk: who may send, who is told a price, what is wrong where.
final class AccountDesks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountDesks.class);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(5);
    private static final Duration SETTLED_LOOK = Duration.ofMillis(10);

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
        if (desk != null) {
            desk.dispatch(order, book);
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

    /// Gives what is on its way to a broker a moment to be answered, so that the next start has
    /// nothing to ask.
    void settle(TradingEngine deciding) {
        long limit = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (isInFlight(deciding) && System.nanoTime() < limit) {
            LockSupport.parkNanos(SETTLED_LOOK.toNanos());
        }
    }

    private boolean isInFlight(TradingEngine deciding) {
        try {
            return deciding.read("in flight", situation -> isInFlight(situation.book()))
                    .get(SETTLED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("nothing is settled any more", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isInFlight(Book book) {
        return book.working()
                .filter(order -> problem(order.account()).isEmpty())
                .anyMatch(order -> order.status() == OrderStatus.SUBMITTED);
    }

    /// Side by side: brokers that do not answer shall not add up to more time than there is.
    @Override
    public void close() {
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            desks.values().forEach(desk -> closing.execute(desk::close));
        }
    }
}
