package com.mathematricks.dashboard.whatif;

import com.mathematricks.dashboard.store.Filter;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.model.whatif.KeptDecision;
import com.mathematricks.service.store.Collections;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A strategy's decisions as the engine keeps them, read along its index on strategy and time.
@Component
final class KeptDecisions {

    private static final String STRATEGY = "strategy";
    private static final int PAGE = 500;

    private static final Listing<KeptDecision> LISTING =
            Listing.of(
                    Collections.SIGNAL_DECISIONS,
                    "key",
                    PageOrder.newestByTime("at"),
                    KeptDecision.class,
                    Filter.on(STRATEGY, STRATEGY));

    private final ListSource source;

    KeptDecisions(ListSource source) {
        this.source = source;
    }

    /// The newest first, a page at a time, so that few are in memory.
    ///
    /// @return false: there are older ones within the time, which are more than `most`
    boolean since(Instant oldest, String strategy, int most, Consumer<KeptDecision> reader) {
        @Nullable String cursor = null;
        int read = 0;
        do {
            var query = new ListQuery(cursor, PAGE, Map.of(STRATEGY, strategy));
            Page<KeptDecision> page = LISTING.page(source, query);
            for (KeptDecision decision : page.items()) {
                if (decision.at().isBefore(oldest)) {
                    return true;
                }
                if (read == most) {
                    return false;
                }
                reader.accept(decision);
                read++;
            }
            cursor = page.next();
        } while (cursor != null);
        return true;
    }
}
