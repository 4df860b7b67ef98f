package com.mathematricks.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.dashboard.TestStore;
import com.mathematricks.service.store.Collections;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IndexesIT {

    @Test
    void createsWhatTheListsFollowAndLeavesWhatIsThere() {
        try (var store = TestStore.open()) {
            new Indexes(store.database()).prepare();
            List<Document> once = indexes(store);

            new Indexes(store.database()).prepare();

            assertThat(indexes(store)).isEqualTo(once);
            assertThat(once)
                    .extracting(index -> index.get("key"))
                    .contains(
                            new Document("createdAt", 1).append("_id", 1),
                            new Document("signalKey", 1));
        }
    }

    private static List<Document> indexes(TestStore store) {
        return store.database()
                .getCollection(Collections.ORDERS)
                .listIndexes()
                .into(new ArrayList<>());
    }
}
