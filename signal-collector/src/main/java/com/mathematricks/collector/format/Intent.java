package com.mathematricks.collector.format;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import com.mathematricks.model.instrument.OptionRight;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.signal.Action;
import org.jspecify.annotations.Nullable;

/// What a leg wants, out of `action`, `signal_type` and `direction`.
record Intent(
        Action action,
        @Nullable Side side,
        @Nullable OptionRight right,
        @Nullable String entryName,
        @Nullable String entryReference) {

    private enum SignalType {
        ENTRY,
        EXIT,
        SCALE_IN,
        SCALE_OUT,
        CANCEL
    }

    private static final Words<SignalType> TYPES = Words.of(SignalType.class);
    private static final Words<Side> DIRECTIONS =
            Words.of(entry("long", Side.BUY), entry("short", Side.SELL));

    /// @param stopLoss the leg is a stop-loss, which only ever closes
    static Intent read(Fields fields, boolean stopLoss) {
        Field type = fields.find("signal_type");
        SignalType signalType = type == null ? null : TYPES.read(type);
        if (stopLoss && signalType != null && signalType != SignalType.EXIT) {
            throw fields.require(field -> field, "", "signal_type")
                    .wrong("EXIT or left out", "a stop-loss only closes");
        }
        ActionWord word = word(fields, signalType);
        Action action = stopLoss ? Action.EXIT : action(fields, word, signalType);
        checkDirection(fields, action, word);
        var intent =
                new Intent(
                        action,
                        word == null ? null : word.side(),
                        word == null ? null : word.right(),
                        fields.read(field -> field.text("a name"), "entry_name"),
                        fields.read(
                                field -> field.text("the entry's signal id or name"),
                                "entry_signal_id"));
        checkNames(fields, intent);
        return intent;
    }

    private static @Nullable ActionWord word(Fields fields, @Nullable SignalType type) {
        String[] names = {"action", "side", "order_action"};
        boolean optional =
                type == SignalType.EXIT
                        || type == SignalType.SCALE_OUT
                        || type == SignalType.CANCEL;
        return optional
                ? fields.read(ActionWord.WORDS::read, names)
                : fields.require(ActionWord.WORDS::read, ActionWord.WORDS.accepted(), names);
    }

    private static Action action(
            Fields fields, @Nullable ActionWord word, @Nullable SignalType type) {
        return switch (type) {
            case null -> requireNonNull(word, "required where no type is given").action();
            case ENTRY, SCALE_IN -> {
                if (word == null || word.side() == null) {
                    throw actionField(fields).wrong("buy or sell", "an entry needs a side");
                }
                yield type == SignalType.ENTRY ? Action.ENTRY : Action.ADD;
            }
            case EXIT, SCALE_OUT -> {
                if (word != null && word.side() == null && word.action() != Action.EXIT) {
                    throw actionField(fields)
                            .wrong("buy, sell or exit", "signal_type says that this is an exit");
                }
                if (type == SignalType.SCALE_OUT && !fields.has("entry_signal_id")) {
                    Quantities.require(fields);
                }
                yield Action.EXIT;
            }
            case CANCEL -> Action.CANCEL;
        };
    }

    private static void checkDirection(Fields fields, Action action, @Nullable ActionWord word) {
        Field direction = fields.find("direction");
        Side side = direction == null ? null : DIRECTIONS.read(direction);
        boolean opens = action == Action.ENTRY || action == Action.ADD;
        // On an exit it may name the order's side or the position's: senders differ.
        if (direction != null && opens && word != null && side != word.side()) {
            throw direction.wrong(
                    "LONG with buy, SHORT with sell",
                    "direction and action say opposite things, so correct one");
        }
    }

    private static void checkNames(Fields fields, Intent intent) {
        Field name = fields.find("entry_name");
        if (name != null && intent.action != Action.ENTRY) {
            throw name.wrong("left out of this message", "only a signal_type of ENTRY has a name");
        }
        Field reference = fields.find("entry_signal_id");
        if (reference != null && intent.action != Action.EXIT && intent.action != Action.CANCEL) {
            throw reference.wrong(
                    "left out of this message",
                    "only a signal_type of EXIT, SCALE_OUT or CANCEL refers to an entry");
        }
    }

    private static Field actionField(Fields fields) {
        return fields.require(field -> field, "buy or sell", "action", "side", "order_action");
    }
}
