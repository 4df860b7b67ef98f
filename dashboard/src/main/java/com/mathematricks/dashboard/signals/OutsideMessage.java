package com.mathematricks.dashboard.signals;

import com.mathematricks.service.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A message of any format as somebody else than its sender puts it in: it names its strategy, has
/// an id of its own, and was sent now. What cannot be understood stays as it is, and the collector
/// says what is wrong with it.
final class OutsideMessage {

    /// What the message said of these is replaced; names are compared as the collector does.
    private static final Set<String> REPLACED =
            Set.of(
                    "strategyname",
                    "strategy",
                    "signalid",
                    "signalsentepoch",
                    "timestamp",
                    "timenow");

    /// TradingView's default sentence, which has no place for a strategy.
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "(?is).*\\border (buy|sell) @ (\\S+) filled on (\\S+?)\\. New strategy position is"
                            + " (-?[0-9.eE]+?)\\.?\\s*");

    private OutsideMessage() {}

    static String of(String body, String strategy, String id, Instant now) {
        String text = body.strip();
        if (text.startsWith("{")) {
            return json(text, strategy, id, now);
        }
        Matcher sentence = SENTENCE.matcher(text);
        if (sentence.matches()) {
            return pairs(
                    List.of(
                            "action=" + sentence.group(1),
                            "contracts=" + sentence.group(2),
                            "symbol=" + sentence.group(3),
                            "position_size=" + sentence.group(4)),
                    strategy,
                    id,
                    now);
        }
        if (text.contains("=")) {
            return pairs(Arrays.asList(text.split("[;\\r\\n]+")), strategy, id, now);
        }
        return text;
    }

    private static String json(String text, String strategy, String id, Instant now) {
        try {
            if (!(plain(Json.MAPPER.readTree(text)) instanceof ObjectNode message)) {
                return text;
            }
            // A nested object `strategy` holds the order, not a name.
            List<String> replaced =
                    message.propertyNames().stream()
                            .filter(name -> REPLACED.contains(plain(name)))
                            .filter(name -> !message.path(name).isObject())
                            .toList();
            message.remove(replaced);
            message.remove("_id");
            message.put("strategy_name", strategy);
            message.put("signalID", id);
            message.put("timestamp", now.toString());
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(message);
        } catch (JacksonException e) {
            return text;
        }
    }

    /// Without the store's marks of types, which an outside writer's document is shown with.
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.size() == 1) {
                String only = object.propertyNames().iterator().next();
                JsonNode value = object.path(only);
                if (only.startsWith("$") && value.isValueNode()) {
                    return value.isString() ? value : StringNode.valueOf(value.asString());
                }
            }
            for (String name : List.copyOf(object.propertyNames())) {
                object.set(name, plain(object.path(name)));
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, plain(array.path(at)));
            }
        }
        return node;
    }

    private static String pairs(List<String> pairs, String strategy, String id, Instant now) {
        List<String> kept =
                pairs.stream()
                        .map(String::strip)
                        .filter(pair -> !pair.isEmpty())
                        .filter(pair -> !REPLACED.contains(plain(pair.split("=", 2)[0].strip())))
                        .collect(Collectors.toCollection(ArrayList::new));
        kept.add("strategy_name=" + strategy);
        kept.add("signalID=" + id);
        kept.add("timestamp=" + now);
        return String.join("\n", kept);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
