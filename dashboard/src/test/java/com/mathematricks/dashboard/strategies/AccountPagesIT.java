package com.mathematricks.dashboard.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.Fixtures;
import com.mathematricks.dashboard.OwnersDashboard;
import com.mathematricks.dashboard.RunningDashboard;
import com.mathematricks.dashboard.TestStore;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountPagesIT {

    @RegisterExtension private static final OwnersDashboard OWNERS = new OwnersDashboard();

    private static final TestStore store = OWNERS.store();
    private static final RunningDashboard dashboard = OWNERS.dashboard();

    @BeforeEach
    void fill() {
        store.empty();
        store.insert(Collections.ACCOUNT_SETTINGS, Fixtures.accountSettings("paper"));
    }

    private static HttpResponse<String> post(String path, String form) {
        return dashboard.post(path, dashboard.csrf("/accounts") + "&" + form);
    }

    private static String text(String path) {
        return dashboard.get(path).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static Document stored(String id) {
        return Objects.requireNonNull(
                store.database()
                        .getCollection(Collections.ACCOUNT_SETTINGS)
                        .find(new Document("_id", id))
                        .first());
    }

    @Test
    void listsTheAccountsAndWhatHoldsOverAll() {
        assertThat(text("/accounts"))
                .contains("Over all accounts none: the defaults hold")
                .contains("Account paper PAPER USD yes none: the defaults hold");
    }

    @Test
    void saysWhatChangesThenStoresItWithItsHistory() {
        String form = "version=1&max_position_percent=20&allow_short=false";

        HttpResponse<String> asked = post("/accounts/paper", form);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body().replaceAll("<[^>]*>", "").replaceAll("\\s+", " "))
                .contains("Change Account paper?")
                .contains("allowShort: true → false")
                .contains("limits.values.max_position_percent: not set → 20");
        assertThat(stored("paper")).containsEntry("version", 1).doesNotContainKey("history");

        HttpResponse<String> done = post("/accounts/paper", form + "&sure=yes");

        assertThat(RunningDashboard.location(done)).isEqualTo("/accounts/paper");
        AccountSettings after = Documents.read(stored("paper"), AccountSettings.class);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.allowShort()).isFalse();
        assertThat(after.limits().values()).hasToString("{MAX_POSITION_PERCENT=Limit[number=20]}");
        assertThat(text("/accounts/paper"))
                .contains("Stored.")
                .contains("owner allowShort : true → false")
                .contains("not set → 20");
        assertThat(post("/accounts/paper", form.replace("=1&", "=2&")).statusCode())
                .as("nothing is different any more")
                .isEqualTo(302);
        assertThat(stored("paper")).containsEntry("version", 2);
    }

    @Test
    void whatHoldsOverAllIsSetWhereNothingWas() {
        post("/accounts/overall", "version=0&leverage=2&sure=yes");
        post("/accounts/overall", "version=1&leverage=3&on_limit=reduce&sure=yes");

        assertThat(stored("overall")).containsEntry("version", 2).doesNotContainKey("allowShort");
        assertThat(text("/accounts/overall")).contains("2 → 3", "not set → 2");
        assertThat(text("/accounts")).contains("Over all accounts leverage 3");
    }

    /// As the file's seed stores it: without a version.
    @Test
    void whatTheFileStatedOverAllIsTheFirstVersion() {
        store.insert(
                Collections.ACCOUNT_SETTINGS,
                new Document("_id", "overall")
                        .append("limits", new Document("values", new Document("leverage", "4"))));

        post("/accounts/overall", "version=0&leverage=&sure=yes");

        assertThat(stored("overall")).containsEntry("version", 1);
        assertThat(text("/accounts/overall")).contains("4 → not set");
    }

    @Test
    void anOlderVersionIsNotStoredAndKeepsWhatWasTyped() {
        post("/accounts/paper", "version=1&leverage=2&sure=yes");

        HttpResponse<String> late = post("/accounts/paper", "version=1&leverage=5&sure=yes");

        assertThat(late.body()).contains("somebody made another version", "value=\"5\"");
        assertThat(text("/accounts/paper")).doesNotContain("→ 5");
    }

    @Test
    void saysWhatIsWrongAtTheFieldAndKeepsIt() {
        HttpResponse<String> wrong =
                post("/accounts/paper", "version=1&leverage=much&max_open_positions=1.5&sure=yes");

        assertThat(wrong.body())
                .contains("2 fields are wrong:", "value=\"much\"", "value=\"1.5\"")
                .contains("a factor above 0, or none");
        assertThat(stored("paper")).containsEntry("version", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts/nobody", "/accounts/new"})
    void knowsNoPageOfAnAccountThatThereIsNot(String page) {
        assertThat(dashboard.get(page).statusCode()).isEqualTo(404);
        assertThat(post(page, "version=1").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAFormOfAnotherOrigin() {
        assertThat(dashboard.post("/accounts/paper", "version=1&leverage=2&sure=yes").statusCode())
                .isEqualTo(403);
        assertThat(List.of(stored("paper").getInteger("version"))).containsExactly(1);
    }
}
