package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.EntryWindow;
import com.mathematricks.model.settings.FlatBy;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WhenClosed;
import com.mathematricks.model.settings.WireFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one strategy, each key by itself: the file stops at the first mistake, a form shows all of
/// them.
///
/// @param accounts ids of the accounts that there are
record StrategyReader(YamlSection strategy, Set<String> accounts) {

    private static final int SHORTEST_SECRET = 16;
    private static final int DEFAULT_REPEAT_WINDOW = 60;
    private static final String GENERATED = "generated";

    private static final List<String> ACCEPTED =
            List.of(
                    "name",
                    "account",
                    "mode",
                    "capital",
                    "sizing",
                    "limits",
                    "allow_short",
                    "pyramiding",
                    "position_mode",
                    "format",
                    "repeat_window",
                    "when_closed",
                    "entry_window",
                    "flat_by",
                    "default_quantity",
                    "default_stop_percent",
                    "default_target_percent",
                    "instruments",
                    "webhook_secret");

    static StrategyReader of(YamlValue value, Set<String> accounts) {
        return new StrategyReader(value.section(ACCEPTED, List.of()), accounts);
    }

    StrategyEntry entry() {
        strategy.optional("mode").ifPresent(mode -> mode.oneOf(TradingMode.class, List.of("LIVE")));
        return new StrategyEntry(
                name(),
                account(),
                capital(),
                sizing(),
                limits(),
                allowShort(),
                pyramiding(),
                positionMode(),
                format(),
                repeatWindow(),
                whenClosed(),
                entryWindow(),
                flatBy(),
                defaultQuantity(),
                defaultStopPercent(),
                defaultTargetPercent(),
                instruments(),
                strategy.optional("webhook_secret").map(StrategyReader::secret).orElse(null));
    }

    StrategyName name() {
        return strategy.required("name")
                .as(
                        StrategyName::new,
                        "1 to 64 letters, digits, spaces, dots, dashes or underscores");
    }

    AccountId account() {
        YamlValue value = strategy.required("account");
        String accepted = "an account of this file: " + String.join(", ", accounts);
        String id = value.text(accepted);
        if (!accounts.contains(id)) {
            throw value.refused(accepted);
        }
        return new AccountId(id);
    }

    BigDecimal capital() {
        return strategy.required("capital").aboveZero("money of the account's currency");
    }

    Sizing sizing() {
        return strategy.optional("sizing").map(SizingReader::read).orElse(Sizing.AS_SIGNALLED);
    }

    Limits limits() {
        return strategy.optional("limits").map(LimitsReader::read).orElse(Limits.UNSET);
    }

    boolean allowShort() {
        return strategy.optional("allow_short").map(YamlValue::yesOrNo).orElse(false);
    }

    int pyramiding() {
        return strategy.optional("pyramiding").map(entries -> entries.wholeFrom(1)).orElse(1);
    }

    PositionMode positionMode() {
        return strategy.optional("position_mode")
                .map(mode -> mode.oneOf(PositionMode.class, List.of()))
                .orElse(PositionMode.STATED);
    }

    @Nullable WireFormat format() {
        return strategy.optional("format")
                .map(format -> format.oneOf(WireFormat.class, List.of()))
                .orElse(null);
    }

    int repeatWindow() {
        return strategy.optional("repeat_window")
                .map(YamlValue::seconds)
                .orElse(DEFAULT_REPEAT_WINDOW);
    }

    WhenClosed whenClosed() {
        return strategy.optional("when_closed")
                .map(word -> word.oneOf(WhenClosed.class, List.of()))
                .orElse(WhenClosed.QUEUE);
    }

    @Nullable EntryWindow entryWindow() {
        return strategy.optional("entry_window")
                .map(window -> window.as(EntryWindow::new, EntryWindow.FORM))
                .orElse(null);
    }

    @Nullable FlatBy flatBy() {
        return strategy.optional("flat_by")
                .map(time -> time.as(FlatBy::new, FlatBy.FORM))
                .orElse(null);
    }

    @Nullable Quantity defaultQuantity() {
        return strategy.optional("default_quantity")
                .map(quantity -> new Quantity(quantity.aboveZero("units")))
                .orElse(null);
    }

    @Nullable Percentage defaultStopPercent() {
        return percentage("default_stop_percent");
    }

    @Nullable Percentage defaultTargetPercent() {
        return percentage("default_target_percent");
    }

    private @Nullable Percentage percentage(String key) {
        return strategy.optional(key)
                .map(value -> new Percentage(value.aboveZero("per cent of the entry's price")))
                .orElse(null);
    }

    List<String> instruments() {
        return strategy.optional("instruments").map(StrategyReader::symbols).orElse(List.of());
    }

    private static List<String> symbols(YamlValue value) {
        return value.list("instruments").stream()
                .map(symbol -> symbol.text("an instrument's id or symbol, for example AAPL"))
                .toList();
    }

    private static @Nullable String secret(YamlValue value) {
        String accepted = "`generated`, or %d to 200 characters".formatted(SHORTEST_SECRET);
        String secret;
        try {
            secret = value.text(accepted);
        } catch (StrategiesFileException e) {
            throw value.refusedSecretly(accepted);
        }
        if (secret.equals(GENERATED)) {
            return null;
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw value.refusedSecretly(accepted);
        }
        return secret;
    }
}
