package com.mathematricks.dashboard.testsignal;

import java.util.List;

/// An example of a kind of message. Each is one of `docs/signals.md`, under the same name.
///
/// @param id the example's name on that page
public record Kind(String id, String title, String body) {

    private static final List<Kind> ALL =
            List.of(
                    new Kind(
                            "tradingview-buy",
                            "TradingView strategy: buy to a stated position",
                            """
                            {"ticker": "AAPL", "exchange": "NASDAQ", "action": "buy", "contracts": "5", "price": "190",
                             "order_id": "Long", "market_position": "long", "market_position_size": "5",
                             "prev_market_position": "flat", "prev_market_position_size": "0", "interval": "60"}\
                            """),
                    new Kind(
                            "tradingview-exit",
                            "TradingView: exit",
                            """
                            {"ticker": "AAPL", "action": "exit", "price": 190}\
                            """),
                    new Kind(
                            "tradingview-stops",
                            "TradingView: buy with a stop and a target",
                            """
                            {"signal_id": "tv-7", "ticker": "AAPL", "action": "buy", "quantity": 5, "price": 190, "sl": 180, "tp": 210, "comment": "breakout"}\
                            """),
                    new Kind(
                            "envelope-stock-buy",
                            "Envelope: a stock",
                            """
                            {
                              "strategy_name": "demo",
                              "signalID": "aapl-1",
                              "environment": "production",
                              "signal": {"ticker": "AAPL", "action": "BUY", "price": 190, "qty": 5}
                            }\
                            """),
                    new Kind(
                            "envelope-option-buy-call",
                            "Envelope: an option",
                            """
                            {"strategy_name": "demo", "signalID": "opt-1",
                             "signal": {"type": "options", "ticker": "AAPL", "strike": 200, "expiry": "2028-01-21",
                                        "action": "BUY_CALL", "qty": 1, "premium": 5.2, "price": 190}}\
                            """),
                    new Kind(
                            "envelope-legs",
                            "Envelope: several legs",
                            """
                            {"strategy_name": "demo", "signalID": "pair-1",
                             "signal_legs": [
                               {"ticker": "AAPL", "action": "BUY", "qty": 5, "price": 190},
                               {"ticker": "MSFT", "action": "SELL", "qty": 2, "price": 420}]}\
                            """),
                    new Kind(
                            "envelope-stop-loss",
                            "Envelope: a stop-loss that waits",
                            """
                            {"strategy_name": "demo", "signalID": "stop-1",
                             "signal": {"stop_loss": true, "trigger": "if AAPL < 145", "action": "SELL"}}\
                            """),
                    new Kind(
                            "envelope-full-exit",
                            "Envelope: exit of a named entry",
                            """
                            {"strategy_name": "demo", "signalID": "full-4", "signal_type": "EXIT", "entry_signal_id": "breakout",
                             "signal": {"instrument_type": "STOCK", "instrument": "AAPL", "direction": "LONG", "action": "SELL", "price": 190}}\
                            """),
                    new Kind(
                            "bridge-dollars",
                            "Bridge service: for an amount of money",
                            """
                            {"ticker": "AAPL", "action": "buy", "quantityType": "dollar_amount", "quantity": 500, "price": 190}\
                            """),
                    new Kind(
                            "bridge-bracket",
                            "Bridge service: limit with a stop and a target",
                            """
                            {"ticker": "AAPL", "action": "buy", "orderType": "limit", "limitPrice": 189, "price": 190, "timeInForce": "gtc",
                             "takeProfit": {"percent": 10}, "stopLoss": {"type": "stop_limit", "stopPrice": 180, "limitPrice": 179}}\
                            """),
                    new Kind(
                            "bridge-breakeven",
                            "Bridge service: move the stop to the entry price",
                            """
                            {"ticker": "AAPL", "action": "breakeven", "sentiment": "bullish", "price": 190}\
                            """),
                    new Kind(
                            "bridge-exit",
                            "Bridge service: exit",
                            """
                            {"ticker": "AAPL", "action": "exit", "sentiment": "flat", "price": 190}\
                            """),
                    new Kind(
                            "key-value-buy",
                            "Key=value text",
                            """
                            symbol=BTCUSDT; action=buy; qty=0.01; price=65000\
                            """),
                    new Kind(
                            "plain-text-buy",
                            "TradingView's own sentence",
                            """
                            My strategy (14, 3): order buy @ 5 filled on AAPL. New strategy position is 5\
                            """));

    public static List<Kind> all() {
        return ALL;
    }
}
