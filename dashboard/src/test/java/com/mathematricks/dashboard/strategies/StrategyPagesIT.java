package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.model.settings.LimitKey;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.settings.SizingMode;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyPagesIT {

    private static final String GOOD =
            "name=Trend+2&account=paper&capital=50000&sizing_mode=fixed_notional&sizing_value=1000"
                    + "&instruments=AAPL,+MSFT&allow_short=true&pyramiding=2&position_mode=stated"
                    + "&format=&repeat_window=30&when_closed=deny&default_quantity="
                    + "&default_stop_percent=2&default_target_percent="
                    + "&max_position_percent=10&leverage=none&on_limit=reduce";
    private static final Pattern ADDRESS =
            Pattern.compile("https://trade.example/webhook/([0-9a-f]{40})");
    private static final Pattern PASSPHRASE = Pattern.compile("<code>([0-9a-f]{40})</code>");

    @RegisterExtension
    private static final OwnersDashboard OWNERS =
            new OwnersDashboard("trader.dashboard.webhook-url=https://trade.example/webhook");

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void fill() {
        store.empty();
        store.insert(
                Collections.ACCOUNT_SETTINGS,
                Fixtures.accountSettings("paper"),
                Fixtures.accountSettings("other"),
                new Document("_id", "overall"));
    }

    private static HttpResponse<String> post(String path, String form) {
        return dashboard.post(path, dashboard.csrf("/strategies") + "&" + form);
    }

    private static String body(String path) {
        HttpResponse<String> response = dashboard.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static String text(String path) {
        return body(path).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static StrategySettings stored() {
        return Documents.read(document(), StrategySettings.class);
    }

    private static Document document() {
        return Objects.requireNonNull(
                store.database()
                        .getCollection(Collections.STRATEGIES)
                        .find(new Document("_id", "Trend 2"))
                        .first());
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    @Test
    void saysWhatToDoWhereThereIsNoStrategy() {
        assertThat(text("/strategies")).contains("No strategy yet").contains("Set up a strategy");
    }

    @Test
    void setsAStrategyUpAndShowsItsSecretsOnce() {
        var answer = post("/strategies/new", GOOD);
        assertThat(RunningDashboard.location(answer)).isEqualTo("/strategies/Trend%202/webhook");

        String once = body("/strategies/Trend%202/webhook");
        assertThat(once).contains("Copy these now").contains("{{strategy.order.action}}");
        StrategySettings settings = stored();
        assertThat(settings.keyHash()).isEqualTo(SecretHash.of(found(ADDRESS, once)));
        assertThat(settings.secretHash()).isEqualTo(SecretHash.of(found(PASSPHRASE, once)));
        assertThat(document().toString()).doesNotContain(found(ADDRESS, once));
        assertThat(settings.sizing().mode()).isEqualTo(SizingMode.FIXED_NOTIONAL);
        assertThat(settings.instruments()).containsExactly("AAPL", "MSFT");
        assertThat(settings.limits().values())
                .containsOnlyKeys(LimitKey.MAX_POSITION_PERCENT, LimitKey.LEVERAGE);
        assertThat(settings.version()).isEqualTo(1);

        assertThat(body("/strategies/Trend%202/webhook"))
                .doesNotContain(found(ADDRESS, once))
                .contains("https://trade.example/webhook/KEY");
    }

    @Test
    void listsStatePositionsAndHistory() {
        post("/strategies/new", GOOD);
        Document position = Fixtures.position();
        position.put("strategy", "Trend 2");
        store.insert(Collections.POSITIONS, position);
        store.insert(
                Collections.TRADING_STATES,
                new Document("_id", "strategy Trend 2").append("state", "PAUSED"));

        assertThat(text("/strategies"))
                .contains("Trend 2 PAUSED paper paper 50000 fixed_notional 1000 -5 AAPL Resume");
        assertThat(text("/strategies/Trend%202"))
                .contains("Open positions: 1, working orders: 0.")
                .contains("owner Set up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | %3Cscript%3E | 1 to 64 letters, digits, spaces",
                "name | | 1 to 64 letters",
                "name | new | The name is taken",
                "account | nobody | other, paper",
                "capital | -5 | a number above 0, money of the account",
                "capital | 1,000 | a number above 0",
                "sizing_value | 0 | a number above 0, money of the account",
                "sizing_value | | a number above 0",
                "sizing_mode | scaled_equity | scaled_equity has no parameter",
                "sizing_mode | huge | as_signalled, fixed_quantity",
                "allow_short | perhaps | true or false",
                "pyramiding | 0 | a whole number, 1 or more",
                "position_mode | x | stated, orders",
                "format | xml | envelope, tradingview",
                "repeat_window | 3w | seconds, or a number with s, m, h or d",
                "when_closed | hold | queue, deny",
                "entry_window | 9-5 | like 09:35-15:30 America/New_York",
                "flat_by | noon | like 15:55 America/New_York",
                "default_quantity | -1 | a number above 0, units",
                "default_stop_percent | 0 | a number above 0, per cent",
                "default_target_percent | -2 | a number above 0, per cent",
                "max_position_percent | ten | per cent above 0, or none",
                "max_open_positions | 1.5 | a whole number above 0",
                "max_signal_age | 0 | seconds above 0",
                "on_limit | warn | deny, reduce",
                "on_loss | stop | reduce, halt",
            })
    void keepsWhatWasTypedAndSaysWhatIsWrongAtTheField(String field, String value, String message) {
        String typed = value == null ? "" : value;
        String form = GOOD.replaceFirst("(^|&)" + field + "=[^&]*", "") + "&" + field + "=" + typed;

        var answer = post("/strategies/new", form);

        String place = field.equals("sizing_mode") ? "sizing_value" : field;
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Nothing was stored yet").doesNotContain("<script>");
        String error =
                found(Pattern.compile("id=\"" + place + "-error\">([^<]*)</span>"), answer.body());
        assertThat(error.replace("&#39;", "'")).contains(message);
        assertThat(answer.body()).contains("value=\"AAPL, MSFT\"");
        assertThat(store.database().getCollection(Collections.STRATEGIES).countDocuments())
                .isZero();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var answer = post("/strategies/new", "name=&account=x&capital=&pyramiding=0");

        assertThat(answer.body())
                .contains("id=\"name-error\"")
                .contains("id=\"account-error\"")
                .contains("id=\"capital-error\"")
                .contains("id=\"pyramiding-error\"");
    }

    @Test
    void aNameIsGivenOnce() {
        post("/strategies/new", GOOD);
        String hash = stored().keyHash();
        String seen = body("/strategies/Trend%202/webhook");
        assertThat(seen).contains("Copy these now");

        assertThat(post("/strategies/new", GOOD).body()).contains("The name is taken");
        assertThat(stored().keyHash()).isEqualTo(hash);
    }

    @Test
    void aDoubleClickSetsUpOneStrategyAndShowsItsSecrets() {
        post("/strategies/new", GOOD);

        var second = post("/strategies/new", GOOD);

        assertThat(RunningDashboard.location(second)).isEqualTo("/strategies/Trend%202/webhook");
        assertThat(SecretHash.of(found(ADDRESS, body("/strategies/Trend%202/webhook"))))
                .isEqualTo(stored().keyHash());
    }

    @Test
    void aChangeMakesAVersionThatTheHistoryTellsFieldByField() {
        post("/strategies/new", GOOD);

        var answer =
                post(
                        "/strategies/Trend%202/edit",
                        GOOD.replace("capital=50000", "capital=60000")
                                        .replace("leverage=none", "leverage=")
                                + "&version=1");

        assertThat(RunningDashboard.location(answer)).isEqualTo("/strategies/Trend%202");
        assertThat(stored().version()).isEqualTo(2);
        assertThat(text("/strategies/Trend%202"))
                .contains("capital : 50000 → 60000")
                .contains("limits.values.leverage : none → not set")
                .contains("Settings version 2");
    }

    @Test
    void aChangeOfAnOlderVersionIsNotStored() {
        post("/strategies/new", GOOD);
        String changed = GOOD.replace("capital=50000", "capital=60000") + "&version=1";
        post("/strategies/Trend%202/edit", changed);

        var answer = post("/strategies/Trend%202/edit", changed.replace("60000", "70000"));

        assertThat(answer.body())
                .contains("somebody made another version meanwhile")
                .contains("value=\"70000\"");
        assertThat(stored().capital()).isEqualByComparingTo("60000");
    }

    @Test
    void theAccountStaysWhileSomethingIsOpen() {
        post("/strategies/new", GOOD);
        Document position = Fixtures.position();
        position.put("strategy", "Trend 2");
        store.insert(Collections.POSITIONS, position);

        var answer =
                post(
                        "/strategies/Trend%202/edit",
                        GOOD.replace("account=paper", "account=other") + "&version=1");

        assertThat(answer.body()).contains("Positions or orders are open in the account of now");
        assertThat(stored().account().value()).isEqualTo("paper");
    }

    @Test
    void makesNewSecretsAndShowsThemOnce() {
        post("/strategies/new", GOOD);
        String before = found(ADDRESS, body("/strategies/Trend%202/webhook"));

        post("/strategies/Trend%202/secret", "version=1");

        String page = body("/strategies/Trend%202/webhook");
        assertThat(found(ADDRESS, page)).isNotEqualTo(before);
        assertThat(stored().keyHash()).isEqualTo(SecretHash.of(found(ADDRESS, page)));
        assertThat(text("/strategies/Trend%202"))
                .contains("webhook key : the one before → a new one")
                .doesNotContain(stored().keyHash());
    }

    @Test
    void archivesOnlyWhatIsFlat() {
        post("/strategies/new", GOOD);
        Document working = Fixtures.order("E7A2", "Trend 2:a1", 3);
        working.append("strategy", "Trend 2").put("status", "UNKNOWN");
        store.insert(Collections.ORDERS, working);

        post("/strategies/Trend%202/archive", "version=1");
        assertThat(text("/strategies/Trend%202"))
                .contains(
                        "Not archived, because it is not flat. Open positions: 0, working orders: 1.");
        assertThat(stored().archived()).isFalse();

        store.database().getCollection(Collections.ORDERS).deleteMany(new Document());
        post("/strategies/Trend%202/archive", "version=1");
        assertThat(stored().archived()).isTrue();
        assertThat(text("/strategies")).contains("Trend 2 ARCHIVED");

        post("/strategies/Trend%202/archive", "version=2&archived=false");
        assertThat(stored().archived()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/webhook"})
    void knowsNoPageOfAStrategyThatThereIsNot(String page) {
        assertThat(dashboard.get("/strategies/nobody" + page).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new", "/Trend%202/edit", "/Trend%202/secret", "/Trend%202/archive"})
    void refusesAFormOfAnotherOrigin(String page) {
        post("/strategies/new", GOOD);
        Document before = document();

        assertThat(dashboard.post("/strategies" + page, GOOD + "&version=1").statusCode())
                .isEqualTo(403);
        assertThat(document()).isEqualTo(before);
    }

    @Test
    void staysOnThisServerAfterAChange() {
        post("/strategies/new", GOOD);

        var answer =
                post("/strategies/Trend%202/edit", GOOD + "&version=1&again=https://evil.example/");

        assertThat(RunningDashboard.location(answer)).startsWith("/again?key=https%3A");
    }
}
