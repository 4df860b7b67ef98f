package com.mathematricks.dashboard.activity;

import com.mathematricks.dashboard.ledger.JournalEntry;
import com.mathematricks.dashboard.ledger.Ledger;
import com.mathematricks.dashboard.store.ListQuery;
import com.mathematricks.dashboard.store.ListSource;
import com.mathematricks.dashboard.store.Listing;
import com.mathematricks.dashboard.store.Page;
import com.mathematricks.dashboard.store.PageLinks;
import com.mathematricks.dashboard.store.PageOrder;
import com.mathematricks.service.store.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class ActivityPages {

    private static final String JOURNAL = "/activity";
    private static final String MESSAGES = "/activity/messages";

    private static final Listing<Notification> NOTIFICATIONS =
            Listing.of(
                    Collections.NOTIFICATIONS,
                    "id",
                    PageOrder.newestByTime("at"),
                    Notification.class);

    private final Ledger ledger;
    private final ListSource source;

    ActivityPages(Ledger ledger, ListSource source) {
        this.ledger = ledger;
        this.source = source;
    }

    /// @param from the number of the newest entry that is wanted
    @GetMapping(JOURNAL)
    String journal(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Long from,
            Model model) {
        String place = from == null ? cursor : PageOrder.numberedFrom(from);
        Page<JournalEntry> page = ledger.page(Ledger.JOURNAL, query(place));
        List<ActivityRow> rows = page.items().stream().map(ActivityRow::new).toList();
        show(model, rows, place, JOURNAL, page.next());
        return "activity";
    }

    @GetMapping(MESSAGES)
    String messages(@RequestParam(required = false) @Nullable String cursor, Model model) {
        Page<Notification> page = NOTIFICATIONS.page(source, query(cursor));
        show(model, page.items(), cursor, MESSAGES, page.next());
        return "messages";
    }

    private static ListQuery query(@Nullable String cursor) {
        return new ListQuery(cursor, ListQuery.DEFAULT_LIMIT, Map.of());
    }

    private static void show(
            Model model, List<?> rows, @Nullable String place, String path, @Nullable String next) {
        model.addAttribute("rows", rows);
        model.addAttribute("newest", place == null);
        model.addAttribute("next", PageLinks.next(path, new LinkedMultiValueMap<>(), next));
    }
}
