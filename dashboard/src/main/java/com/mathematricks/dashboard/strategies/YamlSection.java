package com.mathematricks.dashboard.strategies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// A group of keys, each known and there only once.
record YamlSection(YamlValue place, Map<String, YamlValue> values) {

    /// @param later keys that are described but that this version cannot honour
    static YamlSection of(
            YamlValue place, MappingNode mapping, List<String> accepted, List<String> later) {
        Map<String, YamlValue> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlValue key = YamlValue.of(place.file(), place.key(), tuple.getKeyNode());
            key.refuseLater(name, later);
            if (!accepted.contains(name)) {
                throw unknown(key, name, accepted);
            }
            YamlValue value = YamlValue.of(place.file(), name, tuple.getValueNode());
            if (values.putIfAbsent(name, value) != null) {
                throw new StrategiesFileException(
                        place.file(),
                        key.line(),
                        "`" + name + "` is there twice; once is accepted");
            }
        }
        return new YamlSection(place, values);
    }

    private static StrategiesFileException unknown(
            YamlValue key, String name, List<String> accepted) {
        return new StrategiesFileException(
                key.file(),
                key.line(),
                "%s: unknown key `%s`; accepted: %s"
                        .formatted(key.key(), name, String.join(", ", accepted)));
    }

    YamlValue required(String name) {
        return optional(name)
                .orElseThrow(() ->
                        new StrategiesFileException(
                                place.file(),
                                place.line(),
                                "%s: `%s` is missing".formatted(place.key(), name)));
    }

    Optional<YamlValue> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Keys that make sense only in company of another, which is not there.
    void refuseAllBut(Set<String> names, String reason) {
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new StrategiesFileException(
                        place.file(), value.line(), "`%s`: %s".formatted(name, reason));
            }
        });
    }
}
