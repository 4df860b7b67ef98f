package com.mathematricks.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Strangers write what signals say, and brokers what reports say; no page passes it on as HTML.
class HostileTextIT {

    private static final String EVIL = "\"'></td><script>evil()</script><img src=x onerror=evil()>";

    /// Words of our own, which nobody else writes, and what leads from one document to another.
    private static final Set<String> OURS =
            Set.of(
                    "status",
                    "outcome",
                    "side",
                    "type",
                    "timeInForce",
                    "role",
                    "source",
                    "format",
                    "kind",
                    "state",
                    "health",
                    "date",
                    "scope",
                    "currency",
                    "orders",
                    "signalKey",
                    "key");

    @Test
    void noPagePassesMarkupOn() {
        try (var store = TestStore.open()) {
            Map<String, List<Document>> documents = documents();
            documents.forEach((collection, written) ->
                    store.insert(collection, written.toArray(Document[]::new)));
            try (var dashboard = RunningDashboard.start(store.uri())) {
                dashboard.logIn();
                pages().forEach(path -> expectHarmless(dashboard, path));
                expectHarmless(dashboard, "/signal?key=" + encoded("demo:" + EVIL));
                expectHarmless(dashboard, "/again?key=" + encoded("demo:" + EVIL));
                expectHarmless(
                        dashboard,
                        "/positions/of?account=%s&strategy=%s&instrument=%s"
                                .formatted(encoded(EVIL), encoded(EVIL), encoded(EVIL)));
            }
        }
    }

    private static List<String> pages() {
        return List.of(
                "/",
                "/signals?limit=200",
                "/signals?strategy=" + encoded(EVIL),
                "/signals?instrument=" + encoded(EVIL),
                "/orders",
                "/orders?show=all",
                "/orders?instrument=" + encoded(EVIL),
                "/positions",
                "/activity",
                "/activity/messages",
                "/strategies",
                "/performance",
                "/performance/correlation",
                "/test-signal",
                "/test-signal?strategy=" + encoded(EVIL),
                "/control",
                "/control/confirm?action=HALT&scope=" + encoded("strategy " + EVIL),
                "/" + encoded(EVIL));
    }

    private static void expectHarmless(RunningDashboard dashboard, String path) {
        HttpResponse<String> page = dashboard.get(path);
        assertThat(page.statusCode()).as(path).isLessThan(500);
        assertThat(page.body())
                .as(path)
                .doesNotContain("<script>evil", "<img src=x", "\"'></td>", "</td><script");
    }

    private static Map<String, List<Document>> documents() {
        return Map.of(
                Collections.TRADING_SIGNALS,
                List.of(
                        evil(Fixtures.signal(1, "demo", EVIL, "DECIDED")),
                        evil(Fixtures.signal(2, "demo", "a2", "RECEIVED")),
                        evil(Fixtures.refused(3))),
                Collections.SIGNAL_DECISIONS,
                List.of(evil(Fixtures.decision("demo:" + EVIL, "APPROVED", EVIL))),
                Collections.ORDERS,
                List.of(
                        evil(Fixtures.order("E7A1", "demo:" + EVIL, 2)),
                        evil(Fixtures.order("E7A2", "demo:" + EVIL, 2))
                                .append("status", "ACCEPTED")),
                Collections.FILLS,
                List.of(evil(Fixtures.fill("F1", "demo:" + EVIL, 3))),
                Collections.POSITIONS,
                List.of(
                        evil(Fixtures.position())
                                .append("_id", String.join("|", EVIL, EVIL, EVIL))),
                Collections.ACCOUNTS,
                List.of(Fixtures.account().append("_id", EVIL)),
                Collections.JOURNAL,
                List.of(
                        evil(Fixtures.journalEntry(1)),
                        evil(
                                Fixtures.journalEntry(2)
                                        .append(
                                                "changes",
                                                List.of(
                                                        new Document("type", "Noted")
                                                                .append("text", EVIL))))),
                Collections.SERVICE_STATUS,
                List.of(evil(Fixtures.service(EVIL, Fixtures.NOON))),
                Collections.TRADING_STATES,
                List.of(
                        new Document("_id", "strategy " + EVIL)
                                .append("state", "HALTED")
                                .append("cause", EVIL)
                                .append("since", Fixtures.at(1))),
                Collections.NOTIFICATIONS,
                List.of(
                        new Document("_id", "e7-3")
                                .append("at", Fixtures.at(3))
                                .append("kind", EVIL)
                                .append("text", "&lt;script&gt;evil()&lt;/script&gt;" + EVIL)
                                .append("status", "FAILED")
                                .append("error", EVIL)
                                .append("attempts", 1)));
    }

    /// A copy in which each text that is not ours is markup.
    private static Document evil(Document document) {
        var copy = new Document();
        document.forEach((name, value) ->
                copy.append(name, name.equals("_id") ? value : replaced(name, value)));
        return copy;
    }

    private static @Nullable Object replaced(String field, @Nullable Object value) {
        return switch (value) {
            case Document document -> evil(document);
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(inner -> copy.add(replaced(field, inner)));
                yield copy;
            }
            case String text -> OURS.contains(field) ? text : EVIL;
            case null, default -> value;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
