package com.mathematricks.engine.scenario;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.EntryLot;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.order.OrderType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Watches in a storm that each entry with a stop has it, and that nothing is protected twice.
final class StormProtection {

    /// Signals whose entries came with a stop.
    private final Map<PositionKey, Set<String>> stopped = new HashMap<>();

    /// Positions of which a stop was refused, called back by somebody or replaced by one for all;
    /// until they are flat, nothing is expected of them.
    private final Set<PositionKey> excused = new HashSet<>();

    void see(Entry entry) {
        var called = new HashSet<PositionKey>();
        var placed = new HashSet<PositionKey>();
        for (Change change : entry.changes()) {
            if (change instanceof Change.OrderPut(Order order)) {
                see(order, entry, called, placed);
            }
        }
        called.removeAll(placed);
        excused.addAll(called);
        for (Change change : entry.changes()) {
            if (change instanceof Change.PositionPut(Position position)
                    && position.quantity().isFlat()) {
                excused.remove(position.key());
            }
        }
    }

    private void see(Order order, Entry entry, Set<PositionKey> called, Set<PositionKey> placed) {
        PositionKey key = keyOf(order);
        String opened = order.origin().entry();
        if (order.plan().bracket() != null
                && order.plan().bracket().stopLoss() != null
                && opened != null) {
            stopped.computeIfAbsent(key, _ -> new HashSet<>()).add(opened);
        }
        if (order.terms().role() != OrderRole.STOP) {
            return;
        }
        boolean ends = order.isFinal() || order.progress().cancelRequested();
        boolean decided =
                entry.kind() == EntryKind.DECIDED || entry.kind() == EntryKind.COMMAND_DONE;
        if (!ends) {
            placed.add(key);
        } else if (decided) {
            called.add(key);
        }
        boolean refused = order.isFinal() && Storm.REFUSED.equals(order.progress().reason());
        if (refused || opened == null) {
            excused.add(key);
        }
    }

    /// Stops of any kind, or limits, that close more than is held if one move sets all of them off.
    List<String> twice(Book book) {
        var found = new ArrayList<String>();
        for (Position position : book.positions()) {
            for (boolean limits : List.of(true, false)) {
                Quantity sum = sum(resting(book, position.key(), limits));
                if (sum.compareTo(position.quantity().size()) > 0) {
                    found.add("%s %s of %s".formatted(limits ? "limits" : "stops", sum, position));
                }
            }
        }
        return found;
    }

    List<String> missing(Book book) {
        var found = new ArrayList<String>();
        for (Position position : book.positions()) {
            PositionKey key = position.key();
            if (excused.contains(key)) {
                continue;
            }
            for (EntryLot lot : position.lots()) {
                if (stopped.getOrDefault(key, Set.of()).contains(lot.entry())
                        && !isProtected(book, key, lot)) {
                    found.add("%s of %s".formatted(lot, position));
                }
            }
        }
        return found;
    }

    /// By a step that is on its way, else by stops of exactly its size.
    private static boolean isProtected(Book book, PositionKey key, EntryLot lot) {
        boolean onItsWay =
                stops(book, key, lot)
                        .anyMatch(order ->
                                order.status() == OrderStatus.NEW
                                        && order.plan().after().stream()
                                                .anyMatch(id ->
                                                        !book.order(id).orElseThrow().isFinal()));
        boolean leaving =
                book.working(key).stream()
                        .anyMatch(order ->
                                order.terms().role() == OrderRole.EXIT
                                        && order.terms().type() == OrderType.MARKET);
        Quantity sum =
                sum(stops(book, key, lot).filter(order -> !order.progress().cancelRequested()));
        return onItsWay || leaving || sum.equals(lot.left());
    }

    private static Stream<Order> stops(Book book, PositionKey key, EntryLot lot) {
        return book.working(key).stream()
                .filter(order -> order.terms().role() == OrderRole.STOP)
                .filter(order -> lot.entry().equals(order.origin().entry()));
    }

    private static boolean isLimit(Order order) {
        return order.terms().type() == OrderType.LIMIT;
    }

    private static Stream<Order> resting(Book book, PositionKey key, boolean limits) {
        return book.working(key).stream()
                .filter(order -> order.terms().role() != OrderRole.ENTRY)
                .filter(order -> order.terms().type() != OrderType.MARKET)
                .filter(order -> isLimit(order) == limits)
                .filter(Order::mayBeAtBroker)
                .filter(order -> !order.progress().cancelRequested());
    }

    private static Quantity sum(Stream<Order> orders) {
        return orders.map(Order::remaining).reduce(Quantity.ZERO, Quantity::plus);
    }

    private static PositionKey keyOf(Order order) {
        return new PositionKey(order.account(), order.strategy(), order.terms().instrument());
    }
}
