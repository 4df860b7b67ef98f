package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One account's thread: it alone talks to the account's broker, so that a slow broker holds up
/// nobody else. Connects, reconciles, sends, cancels and looks up what is unclear.
public final class AccountDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountDesk.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration OWNERSHIP_RETRY = Duration.ofMillis(200);
    private static final Duration RECONCILE_EVERY = Duration.ofMinutes(5);

    private static final Duration LOOK_UP_AGAIN = Duration.ofSeconds(10);

    /// An order that changed more recently may still be on its way.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

    private static final int LAST_CALLS_SECONDS = 3;

    private static final String NOT_YET = "the account is not reconciled yet";

    private final AccountId account;
    private final Broker broker;
    private final TradingEngine engine;
    private final SendCheck check;
    private final Reconciliation reconciliation;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean overflowed = new AtomicBoolean();

    /// Journalled, and on this side still.
    private final Map<ClientOrderId, Order> unsent = new ConcurrentHashMap<>();

    /// Orders that the broker does not show and does not deny, each to be looked up again.
    private final Set<ClientOrderId> unclear = new HashSet<>();

    private volatile String problem = NOT_YET;
    private volatile boolean tried;

    AccountDesk(
            AccountId account,
            Broker broker,
            TradingEngine engine,
            SendCheck check,
            Reconciliation reconciliation) {
        this(account, broker, engine, check, reconciliation, ownThread(account));
    }

    /// @param thread runs one task after another
    AccountDesk(
            AccountId account,
            Broker broker,
            TradingEngine engine,
            SendCheck check,
            Reconciliation reconciliation,
            ScheduledExecutorService thread) {
        this.account = account;
        this.broker = broker;
        this.engine = engine;
        this.check = check;
        this.reconciliation = reconciliation;
        this.thread = thread;
    }

    private static ScheduledExecutorService ownThread(AccountId account) {
        var thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("account-" + account).factory());
        // What waits for its time is for the next start.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }

    void start() {
        thread.execute(this::connect);
        var _ =
                thread.scheduleWithFixedDelay(
                        this::reconcileAgain,
                        RECONCILE_EVERY.toSeconds(),
                        RECONCILE_EVERY.toSeconds(),
                        TimeUnit.SECONDS);
        var _ =
                thread.scheduleWithFixedDelay(
                        this::passTime, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What keeps the account from trading; empty: nothing.
    Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    /// True once it was tried to connect and reconcile, whatever came of it.
    boolean wasTried() {
        return tried;
    }

    /// What was journalled of an order may now leave.
    void dispatch(Order order, Book book) {
        if (order.isFinal()) {
            unsent.remove(order.id());
        } else if (order.progress().cancelRequested()) {
            cancel(order);
        } else if (order.status() == OrderStatus.SUBMITTED) {
            submit(
                    order,
                    book.instrument(order.terms().instrument())
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "no terms of " + order.terms().instrument())));
        }
    }

    void submit(Order order, Instrument instrument) {
        unsent.put(order.id(), order);
        run(() -> send(order.id(), instrument));
    }

    void cancel(Order order) {
        run(() -> requestCancel(order));
    }

    void price(InstrumentId instrument, KnownPrice price) {
        run(() -> {
            try {
                broker.onPrice(instrument, price);
            } catch (BrokerUnavailableException e) {
                LOG.warn("price of {} came to nothing: {}", instrument, e.getMessage());
            }
        });
    }

    private void passTime() {
        if (!problem.isEmpty() || !check.ownsTheJournal()) {
            return;
        }
        try {
            broker.onTime();
        } catch (RuntimeException e) {
            LOG.warn("account {}: {}", account, e.getMessage());
        }
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.info("{} is closing; the next start goes on with it", account);
        }
    }

    private void later(Runnable task, Duration delay) {
        try {
            var _ = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("{} is closing; the next start goes on with it", account);
        }
    }

    private void connect() {
        try {
            broker.connect(this::report);
            reconcile(Duration.ZERO);
            problem = "";
            LOG.info("account {} is connected and reconciled", account);
        } catch (BrokerUnavailableException | EngineBusyException e) {
            problem = "the broker of account " + account + " does not answer: " + e.getMessage();
            LOG.warn("{}", problem);
            later(this::connect, RETRY);
        } catch (RuntimeException e) {
            problem = "account " + account + " could not be reconciled: " + e.getMessage();
            LOG.error("{}", problem, e);
            later(this::connect, RETRY);
        } finally {
            tried = true;
        }
    }

    boolean isOf(String scope) {
        return scope.equals(StateScope.of(account).value());
    }

    /// What the broker holds, looked up by the account's own thread.
    CompletableFuture<BrokerSide> brokerSide() {
        return CompletableFuture.supplyAsync(this::lookAtBroker, thread);
    }

    private BrokerSide lookAtBroker() {
        if (!problem.isEmpty()) {
            return new BrokerSide.Unseen(problem);
        }
        try {
            return reconciliation.brokerSide(this::report);
        } catch (BrokerUnavailableException | EngineBusyException e) {
            return new BrokerSide.Unseen(String.valueOf(e.getMessage()));
        }
    }

    void reconcileSoon() {
        run(this::reconcileAgain);
    }

    private void reconcile(Duration settled) {
        reconciliation.run(this::report, settled).forEach(this::lookUpAgain);
    }

    private void reconcileAgain() {
        try {
            reconcile(IN_FLIGHT);
        } catch (RuntimeException e) {
            LOG.warn("account {} could not be reconciled: {}", account, e.getMessage());
        }
    }

    /// As it was journalled last: what waits to be sent may be made smaller or given up meanwhile.
    private void send(ClientOrderId id, Instrument instrument) {
        Order order = unsent.get(id);
        if (order == null || check.isReplaced()) {
            return;
        }
        if (!problem.isEmpty() || !check.ownsTheJournal()) {
            later(() -> send(id, instrument), OWNERSHIP_RETRY);
            return;
        }
        if (!unsent.remove(id, order)) {
            return;
        }
        Optional<String> refusal = check.refusal(order);
        if (refusal.isPresent()) {
            engine.post(
                    "not sent " + id,
                    situation ->
                            Reports.notSent(
                                    id, refusal.get(), account, situation.book(), situation.now()));
            return;
        }
        try {
            broker.submit(order, instrument);
        } catch (BrokerUnavailableException e) {
            LOG.warn("no clear answer to order {}: {}", order.id(), e.getMessage());
            String reason = String.valueOf(e.getMessage());
            engine.post(
                    "unknown " + order.id(),
                    situation ->
                            Reports.unknown(order.id(), reason, situation.book(), situation.now()));
            later(() -> lookUp(id), RETRY);
        }
    }

    private void lookUp(ClientOrderId id) {
        if (check.isReplaced()) {
            return;
        }
        try {
            if (!reconciliation.lookUp(id, this::report)) {
                lookUpAgain(id);
            }
        } catch (BrokerUnavailableException | EngineBusyException e) {
            later(() -> lookUp(id), RETRY);
        }
    }

    private void lookUpAgain(ClientOrderId id) {
        if (unclear.add(id)) {
            later(
                    () -> {
                        unclear.remove(id);
                        lookUp(id);
                    },
                    LOOK_UP_AGAIN);
        }
    }

    private void requestCancel(Order order) {
        if (check.isReplaced()) {
            return;
        }
        try {
            broker.cancel(order);
        } catch (BrokerUnavailableException e) {
            LOG.warn("no clear answer to cancelling {}: {}", order.id(), e.getMessage());
            later(() -> requestCancel(order), RETRY);
        }
    }

    /// A report that cannot be booked twice halts the account; one that finds the queue full makes
    /// the account reconcile.
    private void report(BrokerReport report) {
        book(report, 1);
    }

    private void book(BrokerReport report, int attempt) {
        var _ =
                engine.take(
                                "report on " + report.order(),
                                situation ->
                                        Reports.apply(
                                                report, account, situation.book(), situation.now()))
                        .whenComplete((_, failure) -> booked(report, attempt, failure));
    }

    private void booked(BrokerReport report, int attempt, @Nullable Throwable failure) {
        if (failure == null || check.isReplaced()) {
            return;
        }
        if (failure instanceof EngineBusyException) {
            if (overflowed.compareAndSet(false, true)) {
                later(this::reconcileOverflow, RETRY);
            }
        } else if (attempt == 1) {
            run(() -> book(report, 2));
        } else {
            engine.post(
                    "halt " + account,
                    situation -> Halts.account(account, report, failure, situation));
        }
    }

    private void reconcileOverflow() {
        overflowed.set(false);
        reconcileAgain();
    }

    /// What is to be sent or cancelled at once still is; a broker that does not answer in time is
    /// left alone.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(LAST_CALLS_SECONDS, TimeUnit.SECONDS)) {
                broker.disconnect();
                return;
            }
            thread.shutdownNow();
            if (!thread.awaitTermination(LAST_CALLS_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("account {} is still waiting for its broker", account);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broker.disconnect();
    }
}
