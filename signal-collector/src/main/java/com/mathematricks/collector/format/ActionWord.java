package com.mathematricks.collector.format;

import static java.util.Map.entry;

import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Action;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A word of the field `action`.
record ActionWord(Action action, @Nullable Side side, @Nullable OptionRight right) {

    private static final ActionWord EXIT = new ActionWord(Action.EXIT, null, null);

    static final Words<ActionWord> WORDS =
            Words.of(
                            entry("buy", new ActionWord(Action.BUY, Side.BUY, null)),
                            entry("sell", new ActionWord(Action.SELL, Side.SELL, null)),
                            entry("exit", EXIT),
                            entry("close", EXIT),
                            entry("flat", EXIT),
                            entry("sell_all", EXIT),
                            entry("cancel", new ActionWord(Action.CANCEL, null, null)),
                            entry("add", new ActionWord(Action.ADD, null, null)),
                            entry("reverse", new ActionWord(Action.REVERSE, null, null)),
                            entry("breakeven", new ActionWord(Action.BREAKEVEN, null, null)),
                            entry("buy_call", option(Action.BUY, Side.BUY, OptionRight.CALL)),
                            entry("buy_put", option(Action.BUY, Side.BUY, OptionRight.PUT)),
                            entry("sell_call", option(Action.SELL, Side.SELL, OptionRight.CALL)),
                            entry("sell_put", option(Action.SELL, Side.SELL, OptionRight.PUT)))
                    .hinting(Map.of("long", "buy", "short", "sell", "cover", "exit"));

    private static ActionWord option(Action action, Side side, OptionRight right) {
        return new ActionWord(action, side, right);
    }
}
