package com.mathematricks.engine.table;

import com.mathematricks.model.money.Decimals;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One mapping of a YAML file. Numbers are read from their text, so that no double comes between.
/// Every fault is an `IllegalArgumentException` that names file, line and key.
public final class Row {

    private final String file;
    private final int line;
    private final Map<String, Node> members;

    private Row(String file, int line, Map<String, Node> members) {
        this.file = file;
        this.line = line;
        this.members = members;
    }

    /// The whole file; an empty one has no members.
    public static Row read(String file, Reader content) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(content);
            return root == null ? new Row(file, 1, Map.of()) : of(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(
                    "%s line %d: not YAML: %s".formatted(file, line, e.getProblem()), e);
        }
    }

    private static Row of(String file, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(file, line(node), "keys with values are expected here");
        }
        var members = new LinkedHashMap<String, Node>();
        mapping.getValue()
                .forEach(tuple -> {
                    String key = scalar(file, tuple.getKeyNode());
                    if (members.put(key, tuple.getValueNode()) != null) {
                        throw fault(file, line(tuple.getKeyNode()), key + " is given twice");
                    }
                });
        return new Row(file, line(node), members);
    }

    /// Refuses keys other than these.
    public Row only(String... keys) {
        List<String> known = Arrays.asList(keys);
        members.forEach((key, node) -> {
            if (!known.contains(key)) {
                throw fault(
                        file,
                        line(node),
                        "unknown key %s; accepted: %s".formatted(key, String.join(", ", known)));
            }
        });
        return this;
    }

    /// The rows of a list; none where the key is absent. A row that has a list `each` stands for
    /// one row per member of it, which inherits the row's other keys.
    public List<Row> rows(String key) {
        return nodes(key).stream().map(node -> of(file, node)).flatMap(Row::each).toList();
    }

    private Stream<Row> each() {
        if (!has("each")) {
            return Stream.of(this);
        }
        var shared = new LinkedHashMap<>(members);
        shared.remove("each");
        return nodes("each").stream()
                .map(node -> {
                    Row own = of(file, node);
                    var merged = new LinkedHashMap<>(shared);
                    merged.putAll(own.members);
                    return new Row(file, own.line, merged);
                });
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(members.get(key)).map(node -> scalar(file, node));
    }

    public String requiredText(String key) {
        return text(key).orElseThrow(() -> fault(key + " is missing"));
    }

    /// Texts of a list, or a single text; none where the key is absent.
    public List<String> texts(String key) {
        return nodes(key).stream().map(node -> scalar(file, node)).toList();
    }

    /// A number above zero.
    public Optional<BigDecimal> positive(String key) {
        return number(key)
                .map(number -> {
                    if (number.signum() <= 0) {
                        throw fault(key, "must be above 0, is " + number.toPlainString());
                    }
                    return number;
                });
    }

    public BigDecimal requiredPositive(String key) {
        return positive(key).orElseThrow(() -> fault(key + " is missing"));
    }

    /// A number that is zero or more.
    public Optional<BigDecimal> notNegative(String key) {
        return number(key)
                .map(number -> {
                    if (number.signum() < 0) {
                        throw fault(key, "must not be below 0, is " + number.toPlainString());
                    }
                    return number;
                });
    }

    private Optional<BigDecimal> number(String key) {
        return text(key)
                .map(text -> {
                    try {
                        return Decimals.normalised(new BigDecimal(text.replace("_", "")));
                    } catch (NumberFormatException e) {
                        throw fault(key, "'" + text + "' is no number");
                    }
                });
    }

    public boolean flag(String key) {
        return text(key)
                .map(text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "true", "yes" -> true;
                            case "false", "no" -> false;
                            default -> throw fault(key, "'" + text + "' is not true or false");
                        })
                .orElse(false);
    }

    /// One of an enum's constants, written in lower or upper case.
    public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        return text(key)
                .map(text -> {
                    try {
                        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
                    } catch (IllegalArgumentException _) {
                        throw fault(key, "'" + text + "' is none of " + accepted(type));
                    }
                });
    }

    private static <E extends Enum<E>> String accepted(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    public IllegalArgumentException fault(String text) {
        return fault(file, line, text);
    }

    public IllegalArgumentException fault(String key, String text) {
        Node node = members.get(key);
        return fault(file, node == null ? line : line(node), key + ": " + text);
    }

    private List<Node> nodes(String key) {
        return switch (members.get(key)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            case Node single -> List.of(single);
        };
    }

    private static String scalar(String file, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault(file, line(node), "a single value is expected here");
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static IllegalArgumentException fault(String file, int line, String text) {
        return new IllegalArgumentException("%s line %d: %s".formatted(file, line, text));
    }
}
