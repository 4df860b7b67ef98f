package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.PaperSettings;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the text of `strategies.yml`. Nothing in it is ignored: what is unknown, or known but not
/// honoured by this version, is refused with its line.
final class StrategiesReader {

    private final String file;
    private final Instant now;

    StrategiesReader(String file, Instant now) {
        this.file = file;
        this.now = now;
    }

    StrategiesFile read(String text) {
        YamlSection top = top(text);
        List<AccountSettings> accounts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlValue value : list(top, "accounts")) {
            AccountSettings account = account(value);
            refuseTwice(value, account.id().value(), ids);
            accounts.add(account);
        }
        List<StrategyEntry> strategies = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        for (YamlValue value : list(top, "strategies")) {
            StrategyEntry strategy = StrategyReader.of(value, ids).entry();
            refuseTwice(value, strategy.name().value(), names);
            if (strategy.chosenSecret() != null && !secrets.add(strategy.chosenSecret())) {
                throw value.refusedSecretly(
                        "a webhook_secret of its own; strategy %s has that of another"
                                .formatted(strategy.name()));
            }
            strategies.add(strategy);
        }
        return new StrategiesFile(
                file, accounts, strategies, top.optional("limits").map(LimitsReader::read));
    }

    private YamlSection top(String text) {
        var options = new LoaderOptions();
        try {
            @Nullable Node root =
                    new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new StrategiesFileException(
                        file, 1, "is empty; accepted: accounts, strategies, limits");
            }
            return YamlValue.of(file, "the file", root)
                    .section(List.of("accounts", "strategies", "limits"), List.of());
        } catch (MarkedYAMLException e) {
            // Its message quotes the lines around, which may hold a secret; the problem does not.
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new StrategiesFileException(file, line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new StrategiesFileException(
                    file + ": is not YAML: a character that YAML does not allow", e);
        }
    }

    private static List<YamlValue> list(YamlSection top, String key) {
        return top.optional(key).map(value -> value.list(key)).orElse(List.of());
    }

    private static void refuseTwice(YamlValue value, String name, Set<String> names) {
        if (!names.add(name)) {
            throw new StrategiesFileException(
                    value.file(),
                    value.line(),
                    "%s: '%s' is there twice".formatted(value.key(), name));
        }
    }

    private AccountSettings account(YamlValue value) {
        YamlSection account =
                value.section(
                        List.of(
                                "id",
                                "broker",
                                "currency",
                                "cash",
                                "allow_short",
                                "market_hours",
                                "limits",
                                "half_spread_percent",
                                "slippage_percent",
                                "partial_fills"),
                        List.of());
        return new AccountSettings(
                account.required("id")
                        .as(AccountId::new, "1 to 32 letters, digits, dots, dashes or underscores"),
                1,
                now,
                account.required("broker")
                        .oneOf(
                                BrokerName.class,
                                List.of("ALPACA", "BINANCE", "OANDA", "IBKR", "ZERODHA")),
                account.required("currency")
                        .as(Currency::new, "a currency's code, for example USD"),
                account.required("cash").aboveZero("money of the account's currency"),
                account.optional("allow_short").map(YamlValue::yesOrNo).orElse(true),
                account.optional("market_hours")
                        .map(word -> word.oneOf(MarketHours.class, List.of()))
                        .orElse(MarketHours.KEEP),
                limits(account),
                paper(account));
    }

    private static @Nullable PaperSettings paper(YamlSection account) {
        var paper =
                new PaperSettings(
                        account.optional("half_spread_percent")
                                .map(StrategiesReader::cost)
                                .orElse(null),
                        account.optional("slippage_percent")
                                .map(StrategiesReader::cost)
                                .orElse(null),
                        account.optional("partial_fills")
                                .map(seed -> seed.as(Long::valueOf, "a whole number"))
                                .orElse(null));
        return paper.equals(PaperSettings.DEFAULT) ? null : paper;
    }

    private static Percentage cost(YamlValue value) {
        String accepted = "per cent, from 0 to below 50";
        Percentage cost = value.as(Percentage::of, accepted);
        if (!PaperSettings.isCost(cost)) {
            throw value.refused(accepted);
        }
        return cost;
    }

    private static Limits limits(YamlSection section) {
        return section.optional("limits").map(LimitsReader::read).orElse(Limits.UNSET);
    }
}
