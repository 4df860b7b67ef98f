package com.mathematricks.engine.decision;

import com.mathematricks.engine.decision.LegPlan.Closing;
import com.mathematricks.engine.decision.LegPlan.Opening;
import com.mathematricks.engine.decision.LegPlan.Protecting;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.OrderPlan;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.signal.Signal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes a decision's orders: cancels first, then what closes, then what opens, each buys before
/// sells. A step that needs another's end waits for it as NEW. Legs that are decided together are a
/// chain: each is sent after the one before has filled. Stops are no part of it.
final class DecisionOrders {

    private final Signal signal;
    private final Situation situation;
    private final AccountView view;
    private final LegOrders legOrders;
    private final Cancels cancels;
    private final @Nullable OpenWait wait;
    private final List<Order> planned = new ArrayList<>();
    private final List<Order> chain = new ArrayList<>();
    private final List<Openings.Approved> opened = new ArrayList<>();
    private int protections;

    /// @param wait for the open of the market; null: it is open
    DecisionOrders(
            Signal signal,
            Situation situation,
            StrategySettings strategy,
            AccountView view,
            @Nullable OpenWait wait) {
        this.signal = signal;
        this.situation = situation;
        this.view = view;
        this.wait = wait;
        this.legOrders = new LegOrders(signal, situation, strategy);
        this.cancels = new Cancels(situation, "replaced by signal " + signal.id());
    }

    void cancelAndClose(List<PlannedLeg> legs) {
        legs.forEach(leg -> leg.plan().cancels().forEach(cancels::add));
        view.cancelled(cancels.orders());
        legs.forEach(leg -> view.cancelled(replaced(leg)));
        legs.stream()
                .filter(leg -> leg.plan().closing().isPresent())
                .sorted(Comparator.comparing(leg -> closing(leg).side()))
                .forEach(this::close);
        legs.forEach(leg -> leg.plan().protecting().forEach(wish -> protect(leg, wish)));
    }

    private void close(PlannedLeg leg) {
        Order order = legOrders.exit(leg, closing(leg), exitPlan(leg, closing(leg)));
        planned.add(order);
        chain.add(order);
        view.plan(order, leg.instrument());
    }

    private void protect(PlannedLeg leg, Protecting wish) {
        List<ClientOrderId> after =
                Stream.of(
                                ownMarketExits(leg),
                                toWaitFor(leg).stream(),
                                waitedFor(leg),
                                marketExits(leg, wish.terms().side()))
                        .flatMap(ids -> ids)
                        .distinct()
                        .toList();
        planned.add(legOrders.protection(leg, wish, protections++, after));
    }

    /// What a step that takes the place of one that was never sent has to wait for like it.
    private Stream<ClientOrderId> waitedFor(PlannedLeg leg) {
        return leg.plan().cancels().stream()
                .filter(order -> order.status() == OrderStatus.NEW)
                .filter(order -> order.terms().role().isProtective())
                .flatMap(order -> order.plan().after().stream())
                .filter(id ->
                        situation.book().order(id).filter(order -> !order.isFinal()).isPresent());
    }

    /// An exit and a stop never race: what is on its way out goes first.
    private Stream<ClientOrderId> marketExits(PlannedLeg leg, Side side) {
        return situation.book().working(leg.key()).stream()
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().type() == OrderType.MARKET)
                .filter(order -> order.terms().side() == side)
                .map(Order::id);
    }

    private Stream<ClientOrderId> ownMarketExits(PlannedLeg leg) {
        return planned.stream()
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().type() == OrderType.MARKET)
                .filter(order -> order.terms().instrument().equals(leg.instrument().id()))
                .map(Order::id);
    }

    void open(List<Openings.Approved> openings) {
        openings.stream()
                .sorted(Comparator.comparing(approved -> opening(approved).side()))
                .forEach(approved -> {
                    PlannedLeg leg = approved.leg();
                    replaced(leg).forEach(cancels::add);
                    Opening opening = opening(approved);
                    Order order =
                            legOrders.entry(
                                    leg, opening, approved.quantity(), entryPlan(leg, opening));
                    planned.add(order);
                    chain.add(order);
                    opened.add(approved);
                });
    }

    private OrderPlan exitPlan(PlannedLeg leg, Closing closing) {
        List<ClientOrderId> before = before();
        return new OrderPlan(
                Stream.concat(before.stream(), toWaitFor(leg).stream()).toList(),
                !before.isEmpty(),
                closing.leaves(),
                closing.wholeEntry(),
                null,
                wait,
                null);
    }

    private OrderPlan entryPlan(PlannedLeg leg, Opening opening) {
        List<ClientOrderId> before = isCombination() ? before() : ownExits(leg);
        List<ClientOrderId> after =
                Stream.of(before, toWaitFor(leg), exitsBefore(leg, opening.side()))
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        return new OrderPlan(
                after,
                !before.isEmpty(),
                opening.reaches(),
                false,
                leg.bracket().bracket().orElse(null),
                wait,
                cancelAt(leg));
    }

    private @Nullable Instant cancelAt(PlannedLeg leg) {
        Integer seconds = leg.leg().cancelAfterSeconds();
        return seconds == null ? null : situation.now().plusSeconds(seconds);
    }

    /// Of the entries that wait for the market to open only the newest is kept.
    private List<Order> replaced(PlannedLeg leg) {
        return leg.plan().opening().isEmpty()
                ? List.of()
                : situation.book().working(leg.key()).stream()
                        .filter(order -> order.terms().role() == OrderRole.ENTRY)
                        .filter(Order::waitsForOpen)
                        .toList();
    }

    /// The step before in the chain.
    private List<ClientOrderId> before() {
        return isCombination() && !chain.isEmpty() ? List.of(chain.getLast().id()) : List.of();
    }

    private List<ClientOrderId> ownExits(PlannedLeg leg) {
        return planned.stream()
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().instrument().equals(leg.instrument().id()))
                .map(Order::id)
                .toList();
    }

    private List<ClientOrderId> toWaitFor(PlannedLeg leg) {
        return cancels.toWaitFor(leg.instrument().id());
    }

    /// An earlier decision's exit comes first: one that is still to take all that is held must not
    /// take what is opened now, and what opens the other side must not close in its place.
    private List<ClientOrderId> exitsBefore(PlannedLeg leg, Side side) {
        return situation.book().working(leg.key()).stream()
                .filter(order -> order.terms().role() == OrderRole.EXIT)
                .filter(order -> order.terms().type() == OrderType.MARKET)
                .filter(order -> order.status() == OrderStatus.NEW || order.terms().side() == side)
                .map(Order::id)
                .toList();
    }

    private boolean isCombination() {
        return signal.legs().size() > 1;
    }

    private static Closing closing(PlannedLeg leg) {
        return leg.plan().closing().orElseThrow();
    }

    private static Opening opening(Openings.Approved approved) {
        return approved.leg().plan().opening().orElseThrow();
    }

    boolean actsAtAll() {
        return !planned.isEmpty() || !cancels.isEmpty();
    }

    boolean waitsForOpen() {
        return planned.stream().anyMatch(Order::waitsForOpen);
    }

    List<ClientOrderId> ids() {
        return planned.stream().map(Order::id).toList();
    }

    /// For a person: what is going to be done.
    String inWords() {
        String orders =
                planned.stream()
                        .map(DecisionOrders::inWords)
                        .collect(Collectors.joining(", then "));
        if (cancels.isEmpty()) {
            return orders;
        }
        int count = cancels.orders().size();
        String first = "cancel %d working %s".formatted(count, count == 1 ? "order" : "orders");
        return orders.isEmpty() ? first : first + ", then " + orders;
    }

    private static String inWords(Order order) {
        var terms = order.terms();
        String at =
                switch (terms.role()) {
                    case STOP ->
                            (terms.trail() == null
                                            ? " at stop " + terms.stopPrice()
                                            : " at a stop that trails by " + terms.trail())
                                    + leftOf(order);
                    case TARGET -> " at target " + terms.limitPrice() + leftOf(order);
                    case ENTRY ->
                            LegBracket.inWords(order.plan().bracket(), terms.side())
                                    + deadline(order);
                    case EXIT -> "";
                };
        return "%s %s %s%s"
                .formatted(
                        terms.side() == Side.BUY ? "buy" : "sell",
                        terms.quantity(),
                        terms.instrument(),
                        at);
    }

    private static String deadline(Order order) {
        Instant at = order.plan().cancelAt();
        return at == null ? "" : " until " + at;
    }

    private static String leftOf(Order order) {
        return order.plan().wholeEntry() ? " or what is left then" : "";
    }

    List<Change> changes(List<PlannedLeg> legs) {
        var changes = new ArrayList<Change>();
        legs.stream()
                .map(PlannedLeg::instrument)
                .distinct()
                .filter(instrument ->
                        planned.stream()
                                .anyMatch(order ->
                                        order.terms().instrument().equals(instrument.id())))
                .filter(instrument ->
                        !situation
                                .book()
                                .instrument(instrument.id())
                                .equals(Optional.of(instrument)))
                .forEach(instrument -> changes.add(new Change.InstrumentUsed(instrument)));
        opened.forEach(approved -> addSizeRatio(approved, changes));
        cancels.orders().forEach(order -> changes.add(new Change.OrderPut(order)));
        planned.forEach(order -> changes.add(new Change.OrderPut(order)));
        return changes;
    }

    private static boolean opensNewDirection(Openings.Approved approved) {
        Position position = approved.leg().position();
        return position.sizeRatio().compareTo(BigDecimal.ONE) != 0
                && !Sides.isHeld(opening(approved).side(), position.quantity());
    }

    private static void addSizeRatio(Openings.Approved approved, List<Change> changes) {
        Opening opening = opening(approved);
        if (opening.sizeRatio() != null) {
            BigDecimal ratio =
                    opening.sizeRatio()
                            .multiply(approved.quantity().units())
                            .divide(opening.quantity().units(), MathContext.DECIMAL64);
            changes.add(
                    new Change.PositionPut(
                            approved.leg().position().withSizeRatio(Decimals.normalised(ratio))));
        } else if (opensNewDirection(approved)) {
            // The ratio of an earlier direction says nothing of a size that the sender did not
            // state.
            changes.add(
                    new Change.PositionPut(
                            approved.leg().position().withSizeRatio(BigDecimal.ONE)));
        }
    }
}
