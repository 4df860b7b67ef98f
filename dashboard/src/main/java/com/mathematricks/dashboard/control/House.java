package com.mathematricks.dashboard.control;

import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.ledger.LedgerOrder;
import com.mathematricks.dashboard.ledger.LedgerPosition;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.model.control.ControlAction;
import com.mathematricks.service.store.Collections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What there is to command: scopes with their states, open positions, working orders.
@Component
final class House {

    private static final int MOST = 500;
    private static final String OVERALL = "overall";
    private final ListSource source;
    private final Ledger ledger;

    House(ListSource source, Ledger ledger) {
        this.source = source;
        this.ledger = ledger;
    }

    /// @param cause why it is stopped
    /// @param needsAcceptance true for an account that came back with a backup, until a person
    ///   accepts it
    public record Scope(
            String scope,
            String state,
            @Nullable String cause,
            @Nullable Instant since,
            boolean needsAcceptance) {

        public String tone() {
            return switch (state) {
                case "ACTIVE" -> "good";
                case "HALTED" -> "bad";
                default -> "warn";
            };
        }

        public boolean isStrategy() {
            return scope.startsWith(Command.STRATEGY);
        }

        public boolean isAccount() {
            return scope.startsWith(Command.ACCOUNT);
        }

        public boolean isActive() {
            return state.equals("ACTIVE");
        }
    }

    List<Scope> scopes() {
        List<String> names = new ArrayList<>(List.of(Command.ALL));
        ids(Collections.ACCOUNT_SETTINGS).stream()
                .filter(id -> !id.equals(OVERALL))
                .forEach(id -> names.add(Command.ACCOUNT + id));
        ids(Collections.STRATEGIES).forEach(id -> names.add(Command.STRATEGY + id));
        Map<String, Document> states = new HashMap<>();
        for (Document state : source.database().getCollection(Collections.TRADING_STATES).find()) {
            states.put(state.getString("_id"), state);
            if (!names.contains(state.getString("_id"))) {
                names.add(state.getString("_id"));
            }
        }
        // What reconciliation booked belongs to a strategy that nobody set up.
        positions().stream()
                .map(position -> Command.STRATEGY + position.strategy())
                .filter(name -> !names.contains(name))
                .distinct()
                .forEach(names::add);
        return names.stream()
                .map(name -> scope(name, states.getOrDefault(name, new Document())))
                .toList();
    }

    private static Scope scope(String name, Document state) {
        Date since = state.getDate("since");
        return new Scope(
                name,
                state.get("state", "ACTIVE"),
                state.getString("cause"),
                since == null ? null : since.toInstant(),
                state.getDate("restoredFrom") != null);
    }

    private List<String> ids(String collection) {
        return source.database()
                .getCollection(collection)
                .find()
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .limit(MOST)
                .map(document -> String.valueOf(document.get("_id")))
                .into(new ArrayList<>());
    }

    List<LedgerPosition> positions() {
        return ledger.page(Ledger.POSITIONS, ListQuery.first(MOST)).items().stream()
                .filter(position ->
                        position.quantity() != null && position.quantity().signum() != 0)
                .toList();
    }

    List<LedgerOrder> working() {
        return ledger.workingOrders();
    }

    boolean knowsOrder(String id) {
        return !Ledger.ORDERS.having(source, "_id", List.of(id)).isEmpty();
    }

    boolean knowsPosition(Command command) {
        return ledger.page(Ledger.POSITIONS, ListQuery.first(MOST)).items().stream()
                .anyMatch(position ->
                        command.isIn(position.account(), position.strategy())
                                && String.valueOf(command.instrument())
                                        .equals(position.instrument()));
    }

    /// Those that a command is about.
    List<LedgerPosition> positions(Command command) {
        return switch (command.action()) {
            case CANCEL -> List.of();
            case CLOSE ->
                    positions().stream()
                            .filter(position ->
                                    command.isIn(position.account(), position.strategy()))
                            .filter(position ->
                                    String.valueOf(command.instrument())
                                            .equals(position.instrument()))
                            .toList();
            case PAUSE, RESUME, REDUCE, HALT, FLATTEN, ACCEPT ->
                    positions().stream()
                            .filter(position ->
                                    command.isIn(position.account(), position.strategy()))
                            .toList();
        };
    }

    List<LedgerOrder> working(Command command) {
        return working().stream()
                .filter(order ->
                        command.action() == ControlAction.CANCEL
                                ? order.clientOrderId().equals(command.order())
                                : command.isIn(order.account(), order.strategy()))
                .filter(order ->
                        command.action() != ControlAction.CLOSE
                                || String.valueOf(command.instrument()).equals(order.instrument()))
                .filter(order ->
                        command.action() != ControlAction.REDUCE || "ENTRY".equals(order.role()))
                .toList();
    }
}
