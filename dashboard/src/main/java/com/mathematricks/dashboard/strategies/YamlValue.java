package com.mathematricks.dashboard.strategies;

import com.mathematricks.model.money.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A value of the file with its place, and the ways to read it. Whatever is not as expected is
/// refused with the line, the key, the value and what is accepted.
record YamlValue(String file, int line, String key, Node node) {

    private static final int LONGEST = 200;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?([smhd]?)");

    static YamlValue of(String file, String key, Node node) {
        return new YamlValue(file, node.getStartMark().getLine() + 1, key, node);
    }

    String text(String accepted) {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()
                && scalar.getValue().length() <= LONGEST) {
            return scalar.getValue();
        }
        throw refused(accepted);
    }

    /// A value type's own rules say what is accepted.
    <T> T as(Function<String, T> type, String accepted) {
        String text = text(accepted);
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(accepted);
        }
    }

    BigDecimal aboveZero(String unit) {
        String accepted = "a number above 0" + (unit.isEmpty() ? "" : ", " + unit);
        BigDecimal number = as(text -> Decimals.normalised(new BigDecimal(text)), accepted);
        if (number.signum() <= 0) {
            throw refused(accepted);
        }
        return number;
    }

    int wholeFrom(int least) {
        String accepted = "a whole number, %d or more".formatted(least);
        int number = as(Integer::parseInt, accepted);
        if (number < least) {
            throw refused(accepted);
        }
        return number;
    }

    boolean yesOrNo() {
        String accepted = "true or false";
        return switch (text(accepted)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(accepted);
        };
    }

    int seconds() {
        String accepted = "seconds, or a number with s, m, h or d, for example 90 or 2m";
        Matcher duration = DURATION.matcher(text(accepted));
        if (!duration.matches()) {
            throw refused(accepted);
        }
        long factor =
                switch (duration.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86_400;
                    default -> 1;
                };
        long seconds = Long.parseLong(duration.group(1)) * factor;
        if (seconds > Integer.MAX_VALUE) {
            throw refused(accepted);
        }
        return (int) seconds;
    }

    /// A constant by its name, upper or lower case.
    <E extends Enum<E>> E oneOf(Class<E> words, List<String> later) {
        String accepted =
                Arrays.stream(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        String text = text(accepted);
        refuseLater(text, later);
        return Stream.of(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> refused(accepted));
    }

    void refuseLater(String word, List<String> later) {
        if (later.stream().anyMatch(word::equalsIgnoreCase)) {
            throw new StrategiesFileException(
                    file,
                    line,
                    "%s: this version does not honour `%s` yet; leave it out".formatted(key, word));
        }
    }

    YamlSection section(List<String> accepted, List<String> later) {
        if (node instanceof MappingNode mapping) {
            return YamlSection.of(this, mapping, accepted, later);
        }
        throw refused("the keys " + String.join(", ", accepted));
    }

    List<YamlValue> list(String accepted) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(member -> of(file, key, member)).toList();
        }
        throw refused("a list of " + accepted);
    }

    StrategiesFileException refused(String accepted) {
        return refused(shown(), accepted);
    }

    /// For secrets: the value is not repeated.
    StrategiesFileException refusedSecretly(String accepted) {
        return refused("…", accepted);
    }

    private StrategiesFileException refused(String value, String accepted) {
        return new StrategiesFileException(
                file, line, "%s: '%s' is refused; accepted: %s".formatted(key, value, accepted));
    }

    private String shown() {
        return switch (node) {
            case ScalarNode scalar when scalar.getValue().length() > LONGEST ->
                    scalar.getValue().substring(0, LONGEST) + "…";
            case ScalarNode scalar -> scalar.getValue();
            case MappingNode _ -> "{…}";
            case SequenceNode _ -> "[…]";
            default -> "";
        };
    }
}
