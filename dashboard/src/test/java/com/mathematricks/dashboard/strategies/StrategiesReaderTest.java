package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.OnLoss;
import com.mathematricks.model.settings.PaperSettings;
import com.mathematricks.model.settings.PositionMode;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.WhenClosed;
import com.mathematricks.model.settings.WireFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategiesReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ACCOUNT =
            "accounts: [{id: paper, broker: PAPER, currency: USD, cash: 100000}]\n";

    private static StrategiesFile read(String text) {
        return new StrategiesReader("strategies.yml", NOW).read(text);
    }

    private static StrategyEntry entry(String name, Sizing sizing, Limits limits) {
        return new StrategyEntry(
                new StrategyName(name),
                new AccountId("paper"),
                new BigDecimal("100000"),
                sizing,
                limits,
                false,
                1,
                PositionMode.STATED,
                null,
                60,
                WhenClosed.QUEUE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void readsHowAPaperAccountFills() {
        String text =
                "accounts: [{id: paper, broker: PAPER, currency: USD, cash: 1,"
                        + " half_spread_percent: 0.02, slippage_percent: 0, partial_fills: 42}]";

        assertThat(read(text).accounts().getFirst().paper())
                .isEqualTo(new PaperSettings(Percentage.of("0.02"), Percentage.of("0"), 42L));
        assertThat(read(ACCOUNT).accounts().getFirst().paper()).isNull();
        for (String wrong : List.of("-0.01", "50", "much")) {
            assertThatThrownBy(() -> read(text.replace("0.02", wrong)))
                    .hasMessage(
                            "strategies.yml line 1: half_spread_percent: '%s' is refused; accepted: per cent, from 0 to below 50"
                                    .formatted(wrong));
        }
        assertThatThrownBy(() -> read(text.replace("42", "some")))
                .hasMessageContaining("partial_fills: 'some' is refused; accepted: a whole number");
    }

    @Test
    void readsTheBuiltInStrategyDemoWithItsPaperAccount() {
        StrategiesFile file = StrategiesFile.builtIn(NOW);

        assertThat(file.accounts())
                .containsExactly(
                        new AccountSettings(
                                new AccountId("paper"),
                                1,
                                NOW,
                                BrokerName.PAPER,
                                Currency.USD,
                                new BigDecimal("100000"),
                                true,
                                MarketHours.IGNORE,
                                Limits.UNSET));
        assertThat(file.strategies())
                .containsExactly(
                        entry(
                                "demo",
                                new Sizing(SizingMode.FIXED_NOTIONAL, new BigDecimal("1000")),
                                new Limits(
                                        Map.of(
                                                LimitKey.MAX_POSITION_PERCENT, Limit.of("10"),
                                                LimitKey.MAX_ORDERS_PER_MINUTE, Limit.of("30")),
                                        OnLimit.REDUCE)));
        assertThat(file.limits()).isEmpty();
    }

    @Test
    void readsEveryKeyOfAStrategy() {
        StrategiesFile file =
                read(
                        ACCOUNT
                                + """
                                limits: {leverage: none}
                                strategies:
                                  - name: Trend 2.0
                                    account: paper
                                    mode: PAPER
                                    capital: "2500.50"
                                    sizing: {mode: percent_of_equity, percent: 2.5}
                                    limits: {max_signal_age: 2m, max_drawdown_percent: 12.5, on_limit: deny, on_loss: halt}
                                    allow_short: true
                                    pyramiding: 3
                                    position_mode: orders
                                    format: tradingview
                                    repeat_window: 0
                                    when_closed: deny
                                    default_quantity: 0.5
                                    default_stop_percent: 2
                                    default_target_percent: "4.5"
                                    instruments: [AAPL, ES]
                                    webhook_secret: chosen-by-the-owner
                                """);

        assertThat(file.limits())
                .isEqualTo(Optional.of(new Limits(Map.of(LimitKey.LEVERAGE, Limit.NONE), null)));
        assertThat(file.strategies())
                .containsExactly(
                        new StrategyEntry(
                                new StrategyName("Trend 2.0"),
                                new AccountId("paper"),
                                new BigDecimal("2500.5"),
                                new Sizing(SizingMode.PERCENT_OF_EQUITY, new BigDecimal("2.5")),
                                new Limits(
                                        Map.of(
                                                LimitKey.MAX_SIGNAL_AGE,
                                                Limit.of("120"),
                                                LimitKey.MAX_DRAWDOWN_PERCENT,
                                                Limit.of("12.5")),
                                        OnLimit.DENY,
                                        OnLoss.HALT),
                                true,
                                3,
                                PositionMode.ORDERS,
                                WireFormat.TRADINGVIEW,
                                0,
                                WhenClosed.DENY,
                                null,
                                null,
                                Quantity.of("0.5"),
                                Percentage.of("2"),
                                Percentage.of("4.5"),
                                List.of("AAPL", "ES"),
                                "chosen-by-the-owner"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: percent_of_capital, percent: 2 | PERCENT_OF_CAPITAL | 2",
                "mode: risk_amount, amount: 250 | RISK_AMOUNT | 250",
                "mode: scaled_equity | SCALED_EQUITY |",
            })
    void readsEachWayOfSizing(String sizing, SizingMode mode, @Nullable BigDecimal value) {
        String strategy =
                "strategies: [{name: s, account: paper, capital: 100000, sizing: {"
                        + sizing
                        + "}}]";
        assertThat(read(ACCOUNT + strategy).strategies())
                .containsExactly(entry("s", new Sizing(mode, value), Limits.UNSET));
    }

    @Test
    void signalledSizesAreTheDefault() {
        assertThat(read(ACCOUNT + "strategies: [{name: s, account: paper, capital: 100000}]"))
                .extracting(StrategiesFile::strategies)
                .isEqualTo(List.of(entry("s", Sizing.AS_SIGNALLED, Limits.UNSET)));
    }

    /// The line after the account and `strategies:` is the third; the strategy begins there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "colour: blue | line 4: strategies: unknown key `colour`; accepted: name, account,",
                "flat_by: 16:00 | flat_by: '16:00' is refused; accepted: like 15:55 America/New_York",
                "entry_window: x | entry_window: 'x' is refused; accepted: like 09:35-15:30 America",
                "default_stop_percent: 0 | default_stop_percent: '0' is refused; accepted: a number above 0",
                "default_target_percent: x | a number above 0, per cent of the entry's price",
                "mode: LIVE | line 4: mode: this version does not honour `LIVE` yet",
                "mode: demo | mode: 'demo' is refused; accepted: paper, live",
                "name: again | line 4: `name` is there twice; once is accepted",
                "sizing: big | sizing: 'big' is refused; accepted: the keys mode, quantity",
                "sizing: {} | line 4: sizing: `mode` is missing",
                "sizing: {mode: risk_amount} | sizing: `amount` is missing",
                "sizing: {mode: risk_amount, amount: 0} | '0' is refused; accepted: a number above 0",
                "sizing: {mode: scaled_equity, percent: 1} | scaled_equity has no parameter",
                "sizing: {mode: percent_of_capital, amount: 1} | has only the parameter percent",
                "sizing: {mode: huge} | mode: 'huge' is refused; accepted: as_signalled, fixed",
                "sizing: {mode: as_signalled, quantity: 1} | as_signalled has no parameter",
                "sizing: {mode: fixed_quantity, notional: 1} | has only the parameter quantity",
                "sizing: {mode: fixed_quantity} | sizing: `quantity` is missing",
                "sizing: {mode: fixed_notional, notional: -5} | notional: '-5' is refused",
                "limits: {max_order_notional: 0} | '0' is refused; accepted: money of the",
                "limits: {max_order_quantity: -1} | '-1' is refused; accepted: units above 0",
                "limits: {max_open_positions: 1.5} | '1.5' is refused; accepted: a whole number",
                "limits: {max_position_percent: ten} | 'ten' is refused; accepted: per cent",
                "limits: {max_signal_age: 0} | '0' is refused; accepted: seconds above 0",
                "limits: {max_signal_age: 3w} | '3w' is refused; accepted: seconds",
                "limits: {leverage: NaN} | 'NaN' is refused; accepted: a factor above 0",
                "limits: {leverage: 1e999999999} | '1e999999999' is refused",
                "limits: {max_daily_loss_percent: 0} | '0' is refused; accepted: per cent above 0",
                "limits: {on_loss: stop} | on_loss: 'stop' is refused; accepted: reduce, halt",
                "limits: {max_gross_leverage: 0} | '0' is refused; accepted: a factor above 0",
                "limits: {max_executions: 1001} | '1001' is refused; accepted: a whole number from 1 to",
                "limits: {executions_window: 25h} | '25h' is refused; accepted: seconds above 0",
                "limits: {executions_window: none} | 'none' is refused; accepted: seconds, or",
                "limits: {loss: 3} | limits: unknown key `loss`; accepted: max_order_notional",
                "limits: {on_limit: warn} | on_limit: 'warn' is refused; accepted: deny, reduce",
                "allow_short: perhaps | allow_short: 'perhaps' is refused; accepted: true or false",
                "pyramiding: 0 | pyramiding: '0' is refused; accepted: a whole number, 1 or more",
                "position_mode: x | 'x' is refused; accepted: stated, orders",
                "format: xml | format: 'xml' is refused; accepted: envelope, tradingview, bridge",
                "repeat_window: -1 | repeat_window: '-1' is refused; accepted: seconds",
                "when_closed: hold | 'hold' is refused; accepted: queue, deny",
                "default_quantity: 0 | default_quantity: '0' is refused; accepted: a number above 0",
                "instruments: AAPL | instruments: 'AAPL' is refused; accepted: a list of",
                "instruments: [{a: b}] | instruments: '{…}' is refused; accepted: an instrument",
                "webhook_secret: short | webhook_secret: '…' is refused; accepted: `generated`, or 16",
                "webhook_secret: | webhook_secret: '…' is refused",
            })
    void refusesWithLineKeyValueAndWhatIsAccepted(String line, String message) {
        String text =
                ACCOUNT
                        + "strategies:\n  - {name: s, account: paper, capital: 100,\n    "
                        + line
                        + "}\n";

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StrategiesFileException.class)
                .hasMessageStartingWith("strategies.yml line 4: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^ | line 1: is empty; accepted: accounts, strategies, limits",
                "just words | line 1: the file: 'just words' is refused",
                "account: [] | line 1: the file: unknown key `account`",
                "accounts: {} | accounts: '{…}' is refused; accepted: a list of accounts",
                "accounts: [ | is not YAML: expected the node content",
                "accounts: [{id: a b, broker: PAPER, currency: USD, cash: 1}] | id: 'a b' is refused",
                "accounts: [{id: a, broker: IBKR, currency: USD, cash: 1}] | not honour `IBKR` yet",
                "accounts: [{id: a, broker: BANK, currency: USD, cash: 1}] | accepted: paper",
                "accounts: [{id: a, broker: PAPER, currency: '$', cash: 1}] | currency: '$' is",
                "accounts: [{id: a, broker: PAPER, currency: USD, cash: 0}] | cash: '0' is refused",
                "accounts: [{id: a, broker: PAPER, currency: USD}] | accounts: `cash` is missing",
                "accounts: [{id: a, broker: PAPER, currency: USD, cash: \"1,000\"}] | '1,000' is",
                "strategies: [{name: s, account: x, capital: 1}] | account: 'x' is refused",
            })
    void refusesWhatIsWrongAboveTheStrategies(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StrategiesFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoStrategiesOfOneNameAndTwoAccountsOfOneId() {
        String strategy = "  - {name: s, account: paper, capital: 1}\n";
        assertThatThrownBy(() -> read(ACCOUNT + "strategies:\n" + strategy + strategy))
                .hasMessage("strategies.yml line 4: strategies: 's' is there twice");
        String account = "  - {id: a, broker: PAPER, currency: USD, cash: 1}\n";
        assertThatThrownBy(() -> read("accounts:\n" + account + account))
                .hasMessage("strategies.yml line 3: accounts: 'a' is there twice");
    }

    @Test
    void refusesOneSecretForTwoStrategiesWithoutShowingIt() {
        String text =
                ACCOUNT
                        + """
                        strategies:
                          - {name: a, account: paper, capital: 1, webhook_secret: hidden-hidden-hidden}
                          - {name: b, account: paper, capital: 1, webhook_secret: hidden-hidden-hidden}
                        """;

        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("line 4")
                .hasMessageContaining("strategy b has that of another")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void doesNotQuoteTheSecretNextToAMistake() {
        assertThatThrownBy(() -> read("accounts:\n  webhook_secret: hidden-hidden: }\n"))
                .hasMessageContaining("line 2: is not YAML")
                .hasMessageNotContaining("hidden")
                .hasNoCause();
    }

    @Test
    void takesTheBuiltInStrategiesWhereTheFileDoesNotExist(@TempDir Path folder) {
        assertThat(StrategiesFile.read(folder.resolve("strategies.yml"), NOW))
                .isEqualTo(StrategiesFile.builtIn(NOW));
    }

    @Test
    void refusesAFileThatIsNotText(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("strategies.yml");
        Files.write(file, "name: \u00e4".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> StrategiesFile.read(file, NOW))
                .hasMessage("strategies.yml: is not UTF-8 text");
    }
}
