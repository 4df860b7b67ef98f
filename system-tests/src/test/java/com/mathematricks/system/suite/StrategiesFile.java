package com.mathematricks.system.suite;

import java.util.ArrayList;
import java.util.List;

/// A `strategies.yml`, as a user writes it. Its accounts trade at any hour: the tests run at all of
/// them.
public final class StrategiesFile {

    private final List<String> accounts = new ArrayList<>();
    private final List<String> strategies = new ArrayList<>();

    /// With the ready-made account and strategy, as the first run writes them.
    public static StrategiesFile withDemo() {
        return new StrategiesFile().account("paper").strategy("demo", "paper", demoLines());
    }

    /// What makes a strategy decide as `demo` does.
    public static String[] demoLines() {
        return new String[] {
            "sizing: {mode: fixed_notional, notional: 1000}",
            "limits: {max_position_percent: 10, max_orders_per_minute: 30, on_limit: reduce}",
            "allow_short: false"
        };
    }

    /// @param lines more of its keys
    public StrategiesFile account(String id, String... lines) {
        return account(id, 100_000, lines);
    }

    public StrategiesFile account(String id, int cash, String... lines) {
        accounts.add(
                "  - id: %s\n    broker: PAPER\n    currency: USD\n    cash: %d\n    market_hours: ignore\n"
                                .formatted(id, cash)
                        + indented(lines));
        return this;
    }

    /// @param lines more of its keys
    public StrategiesFile strategy(String name, String account, String... lines) {
        strategies.add(
                "  - name: %s\n    account: %s\n    capital: 100000\n    webhook_secret: %s\n"
                                .formatted(name, account, secret(name))
                        + indented(lines));
        return this;
    }

    private static String indented(String... lines) {
        return lines.length == 0 ? "" : "    " + String.join("\n    ", lines) + "\n";
    }

    public static String secret(String strategy) {
        return "the-passphrase-of-" + strategy;
    }

    public String text() {
        return "accounts:\n"
                + String.join("", accounts)
                + "strategies:\n"
                + String.join("", strategies);
    }
}
