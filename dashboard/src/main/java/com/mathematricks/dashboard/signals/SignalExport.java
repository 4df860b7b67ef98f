package com.mathematricks.dashboard.signals;

import com.mathematricks.dashboard.ledger.OrderWords;
import com.mathematricks.dashboard.store.CsvWriter;
import com.mathematricks.dashboard.store.Scan;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All signals of a search as CSV, read and written page by page, so that a million need no more
/// memory than a hundred.
final class SignalExport {

    private static final int AT_ONCE = 250;

    private final SignalStories stories;
    private final SignalSearch search;

    SignalExport(SignalStories stories, SignalSearch search) {
        this.stories = stories;
        this.search = search;
    }

    /// Nothing is sent before the first page was read: a wrong date or a store that is away still
    /// answers with an error page.
    void writeTo(HttpServletResponse response) throws IOException {
        Scan<SignalStory> page = stories.search(search.from(search.cursor(), AT_ONCE));
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"signals.csv\"");
        response.setHeader("Cache-Control", "no-store");
        var csv = new CsvWriter(response.getWriter());
        csv.row(
                "received",
                "strategy",
                "id",
                "key",
                "status",
                "outcome",
                "code",
                "why",
                "format",
                "source",
                "sent",
                "decided",
                "orders",
                "raw");
        write(csv, page);
        @Nullable String next = page.next();
        while (next != null) {
            page = stories.search(search.from(next, AT_ONCE));
            write(csv, page);
            response.flushBuffer();
            next = page.next();
        }
    }

    private static void write(CsvWriter csv, Scan<SignalStory> page) throws IOException {
        for (SignalStory story : page.items()) {
            var row = new SignalRow(story);
            Decision decision = story.decision();
            csv.row(
                    story.receivedAt(),
                    story.strategy(),
                    story.id(),
                    story.key(),
                    story.status(),
                    decision == null ? null : decision.outcome(),
                    decision == null ? null : decision.code(),
                    row.why(),
                    story.format(),
                    story.source(),
                    story.sentAt(),
                    decision == null ? null : decision.decidedAt(),
                    row.orders().stream()
                            .map(OrderWords::sentence)
                            .collect(Collectors.joining("; ")),
                    story.raw());
        }
    }
}
