package com.mathematricks.engine;

import com.mathematricks.engine.scenario.Scenario;
import com.mathematricks.engine.strategy.Settings;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What happens in a replay: settings, and one step after another, each at its time. Every value in
/// the file is a string.
///
/// @param settings what a file does not state is as in [Scenario#settings]
record ReplayScript(Settings settings, List<Step> steps) {

    /// @param kind `opening`, `price`, `signal`, `accepted`, `filled`, `rejected`, `cancelled`,
    ///   `expired`, `command` or `close`
    record Step(Instant at, String kind, JsonNode value) {

        private static Step of(JsonNode step) {
            String kind =
                    step.propertyNames().stream()
                            .filter(name -> !name.equals("at"))
                            .findFirst()
                            .orElseThrow();
            return new Step(Instant.parse(step.required("at").asString()), kind, step.get(kind));
        }
    }

    static ReplayScript read(String name) {
        String file = "/replay/" + name + ".yml";
        try (InputStream in =
                Objects.requireNonNull(ReplayScript.class.getResourceAsStream(file), file)) {
            Map<String, Object> content =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            JsonNode tree = Json.MAPPER.valueToTree(content);
            return new ReplayScript(
                    settings(tree), all(tree.required("steps")).map(Step::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings settings(JsonNode tree) {
        return new Settings(
                all(tree.required("strategies"))
                        .map(given ->
                                merged(
                                        Scenario.settings().defaultLimits().strategy(),
                                        given,
                                        StrategySettings.class))
                        .toList(),
                all(tree.required("accounts"))
                        .map(given ->
                                merged(Scenario.settings().account(), given, AccountSettings.class))
                        .toList(),
                Limits.UNSET);
    }

    private static <T> T merged(T defaults, JsonNode given, Class<T> type) {
        ObjectNode all = Json.MAPPER.valueToTree(defaults);
        all.setAll((ObjectNode) given);
        return Json.MAPPER.treeToValue(all, type);
    }

    private static java.util.stream.Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
