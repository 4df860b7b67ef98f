package com.mathematricks.engine.command;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a scope covers at this moment: states, orders and positions.
record Reach(StateScope scope, Situation situation) {

    /// Why there is no such scope; empty: there is.
    static Optional<String> unknown(String scope, Situation situation) {
        List<String> known = known(situation);
        return known.contains(scope)
                ? Optional.empty()
                : Optional.of(
                        "scope '%s' is not known; accepted: %s"
                                .formatted(scope, Words.list(known)));
    }

    /// Those that are set up, and those that are not any more but still hold or order something.
    private static List<String> known(Situation situation) {
        Book book = situation.book();
        Stream<StateScope> accounts =
                Stream.concat(
                        situation.settings().accounts().stream()
                                .map(account -> StateScope.of(account.id())),
                        book.balances().stream().map(balance -> StateScope.of(balance.id())));
        Stream<StateScope> strategies =
                Stream.of(
                                situation.settings().strategies().stream()
                                        .map(settings -> settings.name()),
                                book.positions().stream()
                                        .map(position -> position.key().strategy()),
                                book.working().map(Order::strategy))
                        .flatMap(names -> names)
                        .map(StateScope::of);
        return Stream.of(Stream.of(StateScope.ALL), accounts, strategies)
                .flatMap(scopes -> scopes.map(StateScope::value).distinct().sorted())
                .toList();
    }

    /// Of the scope itself, whatever those around it say.
    Optional<ScopeState> state() {
        return situation.book().state(scope);
    }

    List<Order> orders() {
        return situation.book().working().filter(this::covers).toList();
    }

    /// Where something is held or works, by name.
    List<PositionKey> keys() {
        Stream<PositionKey> held =
                situation.book().positions().stream()
                        .filter(position -> !position.quantity().isFlat())
                        .map(Position::key);
        return Stream.concat(held, situation.book().working().map(Reach::keyOf))
                .filter(key -> scope.covers(key.strategy(), key.account()))
                .distinct()
                .sorted(Comparator.comparing(PositionKey::toString))
                .toList();
    }

    /// Stopped scopes that this one lies in.
    List<ScopeState> stoppedAround() {
        return stopped(other -> other.isWiderThan(scope));
    }

    /// Stopped scopes that lie in this one.
    List<ScopeState> stoppedWithin() {
        return stopped(scope::isWiderThan);
    }

    private List<ScopeState> stopped(Predicate<StateScope> relation) {
        return situation.book().states().stream()
                .filter(state -> state.state() != TradingState.ACTIVE)
                .filter(state -> relation.test(state.scope()))
                .filter(state -> meets(state.scope()))
                .toList();
    }

    private boolean meets(StateScope other) {
        Stream<PositionKey> held = situation.book().positions().stream().map(Position::key);
        return scope.equals(StateScope.ALL)
                || other.equals(StateScope.ALL)
                || situation.settings().strategies().stream()
                        .filter(settings -> scope.covers(settings.name(), settings.account()))
                        .anyMatch(settings -> other.covers(settings.name(), settings.account()))
                || held.filter(key -> scope.covers(key.strategy(), key.account()))
                        .anyMatch(key -> other.covers(key.strategy(), key.account()));
    }

    private boolean covers(Order order) {
        return scope.covers(order.strategy(), order.account());
    }

    static PositionKey keyOf(Order order) {
        return new PositionKey(order.account(), order.strategy(), order.terms().instrument());
    }
}
