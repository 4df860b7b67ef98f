package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerListener;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.command.BrokerSide;
import com.mathematricks.engine.command.Difference;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.execution.Reports;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.order.Order;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Brings the book and the broker together: open orders, missed fills, then positions. What the
/// broker has and we do not know is reported, never touched.
final class Reconciliation {

    private static final Comparator<InstrumentId> BY_NAME =
            Comparator.comparing(InstrumentId::value);
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final int ANSWER_SECONDS = 30;

    private final AccountId account;
    private final Broker broker;
    private final TradingEngine engine;
    private final Journal journal;
    private final SendCheck check;
    private final Misses misses = new Misses();

    Reconciliation(
            AccountId account,
            Broker broker,
            TradingEngine engine,
            Journal journal,
            SendCheck check) {
        this.account = account;
        this.broker = broker;
        this.engine = engine;
        this.journal = journal;
        this.check = check;
    }

    /// @param settled only orders that did not change for so long are looked up
    /// @return the orders that are to be looked up again
    List<ClientOrderId> run(BrokerListener listener, Duration settled) {
        Instant latest = now().minus(settled);
        var unclear = new ArrayList<ClientOrderId>();
        for (Order order : workingAtBroker()) {
            if (!order.progress().updatedAt().isAfter(latest) && !lookUp(order.id(), listener)) {
                unclear.add(order.id());
            }
        }
        applyMissedFills(listener);
        tellUnknownOrders();
        if (!differences().isEmpty() && !isInFlight()) {
            report(differences());
        }
        return unclear;
    }

    private void report(List<Difference> differences) {
        if (!differences.isEmpty()) {
            await(
                    engine.take(
                            "differences of " + account,
                            situation -> reported(situation, differences)));
        }
    }

    /// What the broker holds now, missed fills applied before.
    BrokerSide brokerSide(BrokerListener listener) {
        applyMissedFills(listener);
        List<Difference> first = differences();
        if (!first.isEmpty() && isInFlight()) {
            return new BrokerSide.Unseen("an order is on its way, ask again in a moment");
        }
        List<Difference> second = differences();
        return first.equals(second)
                ? new BrokerSide.Seen(second)
                : new BrokerSide.Unseen("positions are just changing, ask again in a moment");
    }

    /// Applies what the broker knows of an order; one that it never got is sent again or given up.
    ///
    /// @return false where that is not clear yet: to be asked again
    boolean lookUp(ClientOrderId id, BrokerListener listener) {
        Optional<BrokerOrder> found = broker.find(id);
        if (found.isEmpty() && !broker.missIsFinal()) {
            found = broker.openOrders().stream().filter(open -> open.id().equals(id)).findFirst();
        }
        if (found.isPresent()) {
            misses.found(id);
            report(found.get(), listener);
            cancelIfAsked(id);
        } else if (broker.missIsFinal()) {
            await(engine.take("never arrived " + id, situation -> missed(id, situation)));
        } else {
            cancelIfAsked(id);
            return shownByFills(id, listener) || confirmedMissing(id);
        }
        return true;
    }

    private boolean shownByFills(ClientOrderId id, BrokerListener listener) {
        boolean shown =
                broker.fillsSince(now().minus(OVERLAP)).stream()
                        .anyMatch(fill -> fill.order().equals(id));
        if (shown) {
            misses.found(id);
            applyMissedFills(listener);
        }
        return shown;
    }

    /// An order that no broker shows may still come: it stays UNKNOWN, and the account only reduces
    /// until a person or the broker says what became of it.
    private boolean confirmedMissing(ClientOrderId id) {
        if (!misses.confirmedBy(id, now())) {
            return false;
        }
        String reason =
                "the broker did not show it %d times over %d s"
                        .formatted(Misses.TIMES, Misses.OVER.toSeconds());
        await(
                engine.take(
                        "unknown " + id,
                        situation ->
                                Reports.unknown(id, reason, situation.book(), situation.now())));
        await(engine.take("missing " + id, situation -> missing(id, reason, situation)));
        return true;
    }

    private Optional<Draft> missing(ClientOrderId id, String reason, Situation situation) {
        String cause = "what became of order %s is not known: %s".formatted(id, reason);
        return situation.book().order(id).filter(Order::mayBeAtBroker).isEmpty()
                        || Halts.isKnown(account, cause, situation.book())
                ? Optional.empty()
                : Optional.of(Halts.reducing(account, "ORDER_MISSING", cause, situation));
    }

    private Instant now() {
        return await(engine.read("now", Situation::now));
    }

    private void report(BrokerOrder order, BrokerListener listener) {
        Instant now = Instant.EPOCH;
        listener.onReport(new BrokerReport.Accepted(order.id(), order.brokerOrderId(), now));
        order.fills().forEach(fill -> listener.onReport(new BrokerReport.Filled(fill)));
        String reason = String.valueOf(order.reason());
        switch (order.status()) {
            case CANCELLED ->
                    listener.onReport(new BrokerReport.Cancelled(order.id(), reason, now));
            case REJECTED -> listener.onReport(new BrokerReport.Rejected(order.id(), reason, now));
            case EXPIRED -> listener.onReport(new BrokerReport.Expired(order.id(), reason, now));
            case NEW, SUBMITTED, ACCEPTED, PARTIALLY_FILLED, FILLED, UNKNOWN -> {
                // Told by its acceptance and its fills.
            }
        }
    }

    private void cancelIfAsked(ClientOrderId id) {
        await(engine.read("order " + id, situation -> situation.book().order(id)))
                .filter(order -> !order.isFinal() && order.progress().cancelRequested())
                .ifPresent(broker::cancel);
    }

    private Optional<Draft> missed(ClientOrderId id, Situation situation) {
        Book book = situation.book();
        Optional<Order> order = book.order(id).filter(Order::mayBeAtBroker);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        OrderStatus status = order.get().status();
        boolean unwanted =
                isRestored(book)
                        || check.isStale(order.get())
                        || order.get().progress().cancelRequested()
                        || (status != OrderStatus.SUBMITTED && status != OrderStatus.UNKNOWN);
        return unwanted
                ? Reports.notSent(
                        id,
                        (isRestored(book) ? "NOT_SENT_RESTORED" : "NOT_SENT_STALE")
                                + ": the broker does not have it, and it is not to be sent any more",
                        account,
                        book,
                        situation.now())
                : Reports.sendAgain(order.get(), book, situation.now());
    }

    /// What was planned before a backup was put back is not sent any more: it may have been, and
    /// undone, after the backup.
    private boolean isRestored(Book book) {
        return book.state(StateScope.of(account)).filter(ScopeState::needsAcceptance).isPresent();
    }

    private List<Order> workingAtBroker() {
        return await(
                engine.read(
                        "working orders of " + account,
                        situation ->
                                situation
                                        .book()
                                        .working()
                                        .filter(order -> order.account().equals(account))
                                        .filter(Order::mayBeAtBroker)
                                        .toList()));
    }

    private boolean isInFlight() {
        return !workingAtBroker().stream()
                .allMatch(order -> order.progress().brokerOrderId() != null);
    }

    private void applyMissedFills(BrokerListener listener) {
        List<BrokerFill> fills = broker.fillsSince(now().minus(OVERLAP));
        List<BrokerFill> unknown =
                await(
                        engine.read(
                                "known fills of " + account,
                                situation ->
                                        fills.stream()
                                                .filter(fill ->
                                                        !situation.book().knowsFill(key(fill)))
                                                .toList()));
        Set<String> journalled = journal.known(unknown.stream().map(this::key).toList());
        unknown.stream()
                .filter(fill -> !journalled.contains(key(fill)))
                .forEach(fill -> listener.onReport(new BrokerReport.Filled(fill)));
    }

    /// Told once each, and never touched.
    private void tellUnknownOrders() {
        for (BrokerOrder open : broker.openOrders()) {
            String key = "open order:" + account + "|" + open.id();
            boolean known =
                    await(
                            engine.read(
                                    "order " + open.id(),
                                    situation ->
                                            situation.book().order(open.id()).isPresent()
                                                    || situation.book().knowsFill(key)));
            if (!known && journal.withKey(key).isEmpty()) {
                await(
                        engine.take(
                                "unknown order " + open.id(),
                                _ -> Optional.of(Reports.openButUnknown(open, key, account))));
            }
        }
    }

    private String key(BrokerFill fill) {
        return Reports.fillKey(account, fill);
    }

    private List<Difference> differences() {
        Map<InstrumentId, NetQuantity> ours =
                await(engine.read("positions of " + account, this::held));
        Map<InstrumentId, NetQuantity> theirs = new TreeMap<>(BY_NAME);
        for (BrokerPosition position : broker.positions()) {
            theirs.put(position.instrument(), position.quantity());
        }
        var differences = new ArrayList<Difference>();
        var all = new TreeSet<InstrumentId>(BY_NAME);
        all.addAll(ours.keySet());
        all.addAll(theirs.keySet());
        for (InstrumentId id : all) {
            NetQuantity here = ours.getOrDefault(id, NetQuantity.FLAT);
            NetQuantity there = theirs.getOrDefault(id, NetQuantity.FLAT);
            if (!here.equals(there)) {
                differences.add(new Difference(id, here, there));
            }
        }
        return differences;
    }

    private Map<InstrumentId, NetQuantity> held(Situation situation) {
        var held = new TreeMap<InstrumentId, NetQuantity>(BY_NAME);
        situation.book().positions().stream()
                .filter(position -> position.key().account().equals(account))
                .forEach(position ->
                        held.merge(
                                position.key().instrument(),
                                position.quantity(),
                                NetQuantity::plus));
        return held;
    }

    private Optional<Draft> reported(Situation situation, List<Difference> differences) {
        String cause =
                "positions differ from the broker's: "
                        + differences.stream()
                                .map(Difference::toString)
                                .collect(Collectors.joining("; "));
        return Halts.isKnown(account, cause, situation.book())
                ? Optional.empty()
                : Optional.of(Halts.reducing(account, "POSITIONS_DIFFER", cause, situation));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new EngineBusyException("the journal is not written");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineBusyException("stopping");
        }
    }
}
