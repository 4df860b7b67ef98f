package com.mathematricks.collector.format;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Every field name that some format knows, as `Fields.plain` writes it.
final class Vocabulary {

    private static final Set<String> NAMES =
            Arrays.stream(
                            """
                            strategy_name strategy signal_id signal_sent_epoch timestamp timenow
                            environment passphrase account account_equity signal_type entry_name
                            entry_signal_id signal signal_legs ticker symbol instrument underlying
                            exchange instrument_type type strike strike_price expiry expiration right
                            option_type strikes_away intrinsic_value legs action side order_action
                            direction qty quantity contracts order_contracts quantity_type price
                            signal_price order_price premium order_type limit_price stop_price
                            trail_amount trail_percent time_in_force stop_loss take_profit sl tp
                            trigger sentiment market_position market_position_size
                            prev_market_position prev_market_position_size position_size cancel
                            cancel_after delay extended_hours order_id comment\
                            """
                                    .split("\\s+"))
                    .map(Fields::plain)
                    .collect(Collectors.toUnmodifiableSet());

    private Vocabulary() {}

    static boolean knows(String plain) {
        return NAMES.contains(plain);
    }
}
