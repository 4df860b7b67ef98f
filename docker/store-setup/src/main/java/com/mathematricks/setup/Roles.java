package com.mathematricks.setup;

import static com.mathematricks.setup.Right.DELETE;
import static com.mathematricks.setup.Right.DROP;
import static com.mathematricks.setup.Right.INDEX;
import static com.mathematricks.setup.Right.INSERT;
import static com.mathematricks.setup.Right.READ;
import static com.mathematricks.setup.Right.UPDATE;
import static com.mathematricks.setup.Right.WATCH;
import static com.mathematricks.setup.Service.DASHBOARD;
import static com.mathematricks.setup.Service.SIGNAL_COLLECTOR;
import static com.mathematricks.setup.Service.TELEGRAM_NOTIFIER;
import static com.mathematricks.setup.Service.TRADER_ENGINE;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which service may do what with which collection of the database. What is not here is refused by
/// MongoDB.
public final class Roles {

    public static final String DATABASE = "mathematricks_trader";

    /// In the place of a collection's name: whatever is in the database.
    public static final String EVERY_COLLECTION = "";

    public static final Map<String, Map<Service, Set<Right>>> TABLE = table();

    private Roles() {}

    private static Map<String, Map<Service, Set<Right>>> table() {
        var table = new Table();
        // Its pages show nearly everything, and one change stream over all keeps them live.
        table.on(EVERY_COLLECTION).to(DASHBOARD, READ, WATCH);

        table.on("trading_signals")
                .to(SIGNAL_COLLECTOR, READ, WATCH, INSERT, UPDATE, INDEX)
                .to(TELEGRAM_NOTIFIER, READ)
                .to(DASHBOARD, INSERT, INDEX);

        // Nobody changes or deletes an entry.
        table.on("journal").to(TRADER_ENGINE, READ, INSERT, INDEX);
        table.on("snapshots").to(TRADER_ENGINE, READ, INSERT, UPDATE, DELETE);

        // Derived from the journal: dropped when they are made anew.
        table.on("signal_decisions")
                .to(TRADER_ENGINE, INSERT, UPDATE, INDEX, DROP)
                .to(TELEGRAM_NOTIFIER, READ);
        table.on("orders")
                .to(TRADER_ENGINE, INSERT, UPDATE, INDEX, DROP)
                .to(TELEGRAM_NOTIFIER, READ)
                .to(DASHBOARD, INDEX);
        table.on("fills").to(TRADER_ENGINE, INSERT, UPDATE, INDEX, DROP).to(DASHBOARD, INDEX);
        table.on("positions")
                .to(TRADER_ENGINE, INSERT, UPDATE, DROP)
                .to(TELEGRAM_NOTIFIER, READ)
                .to(DASHBOARD, INDEX);
        table.on("accounts").to(TRADER_ENGINE, INSERT, UPDATE, DROP).to(TELEGRAM_NOTIFIER, READ);
        table.on("trading_states")
                .to(TRADER_ENGINE, INSERT, UPDATE, DROP)
                .to(TELEGRAM_NOTIFIER, READ);
        table.on("pnl_history")
                .to(TRADER_ENGINE, INSERT, UPDATE, INDEX, DROP)
                .to(TELEGRAM_NOTIFIER, READ)
                .to(DASHBOARD, INDEX);

        table.on("paper_orders").to(TRADER_ENGINE, READ, INSERT, UPDATE, INDEX);
        table.on("paper_accounts").to(TRADER_ENGINE, READ, INSERT, UPDATE);
        table.on("prices").to(TRADER_ENGINE, READ, INSERT, UPDATE);

        table.on("strategies")
                .to(TRADER_ENGINE, READ)
                .to(SIGNAL_COLLECTOR, READ, WATCH)
                .to(TELEGRAM_NOTIFIER, READ)
                .to(DASHBOARD, INSERT, UPDATE);
        table.on("account_settings").to(TRADER_ENGINE, READ).to(DASHBOARD, INSERT, UPDATE);
        table.on("backtests").to(DASHBOARD, INSERT, UPDATE, DELETE);

        // Who commands cannot change a command; the engine writes what came of it.
        table.on("control_commands")
                .to(TRADER_ENGINE, READ, WATCH, UPDATE, INDEX)
                .to(TELEGRAM_NOTIFIER, READ, INSERT)
                .to(DASHBOARD, INSERT);

        table.on("webhook_requests").to(SIGNAL_COLLECTOR, READ, INSERT, UPDATE);
        table.on("notifications")
                .to(TELEGRAM_NOTIFIER, READ, INSERT, UPDATE, DELETE, INDEX)
                .to(DASHBOARD, INDEX);
        table.on("chats").to(TELEGRAM_NOTIFIER, READ, INSERT, UPDATE);

        table.on("stream_positions")
                .to(TRADER_ENGINE, READ, INSERT, UPDATE)
                .to(SIGNAL_COLLECTOR, READ, INSERT, UPDATE)
                .to(TELEGRAM_NOTIFIER, READ, INSERT, UPDATE);
        table.on("service_status")
                .to(TRADER_ENGINE, INSERT, UPDATE)
                .to(SIGNAL_COLLECTOR, INSERT, UPDATE)
                .to(TELEGRAM_NOTIFIER, READ, INSERT, UPDATE)
                .to(DASHBOARD, INSERT, UPDATE);
        return Collections.unmodifiableMap(table.rows);
    }

    /// Whether the service has the right, on this collection or on every one.
    public static boolean allows(Service service, String collection, Right right) {
        return has(service, collection, right) || has(service, EVERY_COLLECTION, right);
    }

    private static boolean has(Service service, String collection, Right right) {
        return TABLE.getOrDefault(collection, Map.of())
                .getOrDefault(service, Set.of())
                .contains(right);
    }

    private static final class Table {

        private final Map<String, Map<Service, Set<Right>>> rows = new LinkedHashMap<>();

        Row on(String collection) {
            var rights = new EnumMap<Service, Set<Right>>(Service.class);
            rows.put(collection, rights);
            return new Row(rights);
        }
    }

    private record Row(Map<Service, Set<Right>> rights) {

        Row to(Service service, Right first, Right... more) {
            rights.put(service, EnumSet.of(first, more));
            return this;
        }
    }
}
