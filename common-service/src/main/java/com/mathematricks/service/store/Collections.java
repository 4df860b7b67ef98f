package com.mathematricks.service.store;

/// The collections that more than one service touches. `docs/architecture.md` says who writes
/// which.
public final class Collections {

    public static final String DATABASE = "mathematricks_trader";

    public static final String TRADING_SIGNALS = "trading_signals";
    public static final String JOURNAL = "journal";
    public static final String SIGNAL_DECISIONS = "signal_decisions";
    public static final String ORDERS = "orders";
    public static final String FILLS = "fills";
    public static final String POSITIONS = "positions";
    public static final String ACCOUNTS = "accounts";
    public static final String TRADING_STATES = "trading_states";
    public static final String PRICES = "prices";
    public static final String PNL_HISTORY = "pnl_history";
    public static final String CONTROL_COMMANDS = "control_commands";
    public static final String NOTIFICATIONS = "notifications";
    public static final String CHATS = "chats";
    public static final String BACKTESTS = "backtests";
    public static final String STRATEGIES = "strategies";
    public static final String ACCOUNT_SETTINGS = "account_settings";
    public static final String INSTRUMENTS = "instruments";
    public static final String WEBHOOK_REQUESTS = "webhook_requests";
    public static final String SERVICE_STATUS = "service_status";
    public static final String STREAM_POSITIONS = "stream_positions";

    private Collections() {}
}
