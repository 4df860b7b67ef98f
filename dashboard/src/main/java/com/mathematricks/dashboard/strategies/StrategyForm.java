package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.money.Decimals;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.settings.Limit;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.OnLimit;
import com.mathematricks.model.settings.OnLoss;
import com.mathematricks.model.settings.Sizing;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategySettings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A strategy as it was typed, and what is wrong with each field. The fields are read by what reads
/// `strategies.yml`, so that there is one set of rules.
public final class StrategyForm {

    static final String SIZING_MODE = "sizing_mode";
    static final String SIZING_VALUE = "sizing_value";
    static final String DEFAULT_STOP = "default_stop_percent";
    static final String DEFAULT_TARGET = "default_target_percent";

    /// Of an account alone.
    static final String MARKET_HOURS = "market_hours";

    static final String INSTRUMENTS = "instruments";
    static final int LONGEST = 4000;

    private static final String PLACE = "form";
    private static final int MOST_INSTRUMENTS = 200;
    private static final List<String> SINGLE =
            List.of(
                    "name",
                    "account",
                    "capital",
                    "allow_short",
                    "pyramiding",
                    "position_mode",
                    "format",
                    "repeat_window",
                    "when_closed",
                    "entry_window",
                    "flat_by",
                    "default_quantity",
                    DEFAULT_STOP,
                    DEFAULT_TARGET);

    /// Where these are empty, a value is asked for; the others have a default.
    private static final Set<String> REQUIRED = Set.of("name", "account", "capital");

    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private StrategyForm(Map<String, String> values) {
        this.values = values;
    }

    static StrategyForm typed(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        fields().forEach(field -> {
            String value = parameters.getOrDefault(field, "").strip();
            values.put(field, value.substring(0, Math.min(value.length(), LONGEST)));
        });
        return new StrategyForm(values);
    }

    static StrategyForm of(StrategySettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        fields().forEach(field -> values.put(field, ""));
        values.put("name", settings.name().value());
        values.put("account", settings.account().value());
        values.put("capital", Decimals.plain(settings.capital()));
        values.put(SIZING_MODE, settings.sizing().mode().word());
        values.put(SIZING_VALUE, plain(settings.sizing().value()));
        values.put("allow_short", String.valueOf(settings.allowShort()));
        values.put("pyramiding", String.valueOf(settings.pyramiding()));
        values.put("position_mode", word(settings.positionMode()));
        values.put("format", settings.format() == null ? "" : word(settings.format()));
        values.put("repeat_window", String.valueOf(settings.repeatWindowSeconds()));
        values.put("when_closed", word(settings.whenClosed()));
        values.put("entry_window", Objects.toString(settings.entryWindow(), ""));
        values.put("flat_by", Objects.toString(settings.flatBy(), ""));
        values.put(
                "default_quantity",
                settings.defaultQuantity() == null
                        ? ""
                        : plain(settings.defaultQuantity().units()));
        values.put(DEFAULT_STOP, percent(settings.defaultStopPercent()));
        values.put(DEFAULT_TARGET, percent(settings.defaultTargetPercent()));
        values.put(INSTRUMENTS, String.join(", ", settings.instruments()));
        var form = new StrategyForm(values);
        form.show(settings.limits());
        return form;
    }

    /// An account's part of it, or what holds over all.
    static StrategyForm of(AccountRules rules) {
        StrategyForm form =
                typed(
                        Map.of(
                                "allow_short",
                                String.valueOf(rules.allowShort()),
                                MARKET_HOURS,
                                word(rules.marketHours())));
        form.show(rules.limits());
        return form;
    }

    private void show(Limits limits) {
        limits.values().forEach((key, limit) -> values.put(key.word(), limit.word()));
        OnLimit onLimit = limits.onLimit();
        values.put(LimitsReader.ON_LIMIT, onLimit == null ? "" : word(onLimit));
        OnLoss onLoss = limits.onLoss();
        values.put(LimitsReader.ON_LOSS, onLoss == null ? "" : word(onLoss));
    }

    private static Stream<String> fields() {
        return Stream.of(
                        SINGLE.stream(),
                        Stream.of(SIZING_MODE, SIZING_VALUE, INSTRUMENTS, MARKET_HOURS),
                        Stream.of(LimitsReader.ON_LIMIT, LimitsReader.ON_LOSS),
                        Arrays.stream(LimitKey.values()).map(LimitKey::word))
                .flatMap(names -> names);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : Decimals.plain(number);
    }

    private static String percent(@Nullable Percentage percentage) {
        return percentage == null ? "" : plain(percentage.percent());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public Map<String, String> values() {
        return values;
    }

    /// By field.
    public Map<String, String> errors() {
        return errors;
    }

    public Map<String, String> limitUnits() {
        Map<String, String> units = new LinkedHashMap<>();
        Arrays.stream(LimitKey.values()).forEach(key -> units.put(key.word(), unit(key)));
        return units;
    }

    private static String unit(LimitKey key) {
        String given =
                key.defaultValue()
                        .map(number -> "left empty: " + Decimals.plain(number))
                        .orElse(
                                key == LimitKey.MAX_ORDER_NOTIONAL
                                        ? "left empty: 10 % of the account's equity"
                                        : "left empty: no limit");
        return LimitsReader.accepted(key) + "; " + given;
    }

    void refuse(String field, String why) {
        errors.putIfAbsent(field, why);
    }

    /// Empty where a field is wrong; `errors` says which then.
    Optional<StrategyEntry> read(Set<String> accounts) {
        var reader = new StrategyReader(new YamlSection(value("strategy"), section()), accounts);
        var name = check("name", reader::name);
        var account = check("account", reader::account);
        var capital = check("capital", reader::capital);
        var sizing = check(SIZING_VALUE, this::sizing);
        var limits = limits();
        var allowShort = check("allow_short", reader::allowShort);
        var pyramiding = check("pyramiding", reader::pyramiding);
        var positionMode = check("position_mode", reader::positionMode);
        var format = check("format", () -> Optional.ofNullable(reader.format()));
        var repeatWindow = check("repeat_window", reader::repeatWindow);
        var whenClosed = check("when_closed", reader::whenClosed);
        var entryWindow = check("entry_window", () -> Optional.ofNullable(reader.entryWindow()));
        var flatBy = check("flat_by", () -> Optional.ofNullable(reader.flatBy()));
        var quantity =
                check("default_quantity", () -> Optional.ofNullable(reader.defaultQuantity()));
        var defaultStop =
                check(DEFAULT_STOP, () -> Optional.ofNullable(reader.defaultStopPercent()));
        var defaultTarget =
                check(DEFAULT_TARGET, () -> Optional.ofNullable(reader.defaultTargetPercent()));
        var instruments = check(INSTRUMENTS, reader::instruments);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new StrategyEntry(
                        name.orElseThrow(),
                        account.orElseThrow(),
                        capital.orElseThrow(),
                        sizing.orElseThrow(),
                        limits,
                        allowShort.orElseThrow(),
                        pyramiding.orElseThrow(),
                        positionMode.orElseThrow(),
                        format.orElseThrow().orElse(null),
                        repeatWindow.orElseThrow(),
                        whenClosed.orElseThrow(),
                        entryWindow.orElseThrow().orElse(null),
                        flatBy.orElseThrow().orElse(null),
                        quantity.orElseThrow().orElse(null),
                        defaultStop.orElseThrow().orElse(null),
                        defaultTarget.orElseThrow().orElse(null),
                        instruments.orElseThrow(),
                        null));
    }

    /// Of a form that holds nothing else; empty where a field is wrong.
    Optional<Limits> readLimits() {
        Limits limits = limits();
        return errors.isEmpty() ? Optional.of(limits) : Optional.empty();
    }

    boolean allowsShort() {
        return !typed("allow_short").equals("false");
    }

    MarketHours marketHours() {
        return typed(MARKET_HOURS).equals(word(MarketHours.IGNORE))
                ? MarketHours.IGNORE
                : MarketHours.KEEP;
    }

    private <T> Optional<T> check(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (StrategiesFileException e) {
            refuse(field, e.text().replaceFirst("^[a-z_]+: ", ""));
            return Optional.empty();
        }
    }

    private Sizing sizing() {
        String word = typed(SIZING_MODE);
        String mode = word.isEmpty() ? SizingMode.AS_SIGNALLED.word() : word;
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put("mode", scalar(mode));
        String parameter =
                Arrays.stream(SizingMode.values())
                        .filter(known -> known.word().equals(mode))
                        .findFirst()
                        .map(SizingReader::parameter)
                        .orElse(null);
        String size = typed(SIZING_VALUE);
        if (parameter != null || !size.isEmpty()) {
            nodes.put(parameter == null ? "quantity" : parameter, scalar(size));
        }
        var tuples =
                nodes.entrySet().stream()
                        .map(entry -> new NodeTuple(scalar(entry.getKey()), entry.getValue()))
                        .toList();
        var mapping = new MappingNode(Tag.MAP, true, tuples, mark(), mark(), FlowStyle.FLOW);
        return SizingReader.read(YamlValue.of(PLACE, "sizing", mapping));
    }

    private Limits limits() {
        Map<LimitKey, Limit> limits = new EnumMap<>(LimitKey.class);
        for (LimitKey key : LimitKey.values()) {
            if (!typed(key.word()).isEmpty()) {
                check(key.word(), () -> LimitsReader.limit(key, value(key.word())))
                        .ifPresent(limit -> limits.put(key, limit));
            }
        }
        String onLimit = LimitsReader.ON_LIMIT;
        OnLimit stated =
                typed(onLimit).isEmpty()
                        ? null
                        : check(onLimit, () -> LimitsReader.onLimit(value(onLimit))).orElse(null);
        String onLoss = LimitsReader.ON_LOSS;
        OnLoss stopping =
                typed(onLoss).isEmpty()
                        ? null
                        : check(onLoss, () -> LimitsReader.onLoss(value(onLoss))).orElse(null);
        return new Limits(limits, stated, stopping);
    }

    private Map<String, YamlValue> section() {
        Map<String, YamlValue> section = new LinkedHashMap<>();
        for (String field : SINGLE) {
            if (!typed(field).isEmpty() || REQUIRED.contains(field)) {
                section.put(field, value(field));
            }
        }
        String list = typed(INSTRUMENTS);
        if (!list.isEmpty()) {
            List<Node> symbols =
                    Arrays.stream(list.split("[,;\\n\\r]+", MOST_INSTRUMENTS))
                            .map(String::strip)
                            .filter(symbol -> !symbol.isEmpty())
                            .<Node>map(StrategyForm::scalar)
                            .toList();
            var sequence = new SequenceNode(Tag.SEQ, true, symbols, mark(), mark(), FlowStyle.FLOW);
            section.put(INSTRUMENTS, YamlValue.of(PLACE, INSTRUMENTS, sequence));
        }
        return section;
    }

    private YamlValue value(String field) {
        return YamlValue.of(PLACE, field, scalar(typed(field)));
    }

    private String typed(String field) {
        return values.getOrDefault(field, "");
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(Tag.STR, text, mark(), mark(), ScalarStyle.PLAIN);
    }

    private static Mark mark() {
        return new Mark(PLACE, 0, 0, 0, new int[0], 0);
    }
}
