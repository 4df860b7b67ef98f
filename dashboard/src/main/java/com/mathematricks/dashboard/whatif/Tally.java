package com.mathematricks.dashboard.whatif;

import com.mathematricks.dashboard.whatif.WhatIfReport.Doubt;
import com.mathematricks.model.whatif.Answer;
import com.mathematricks.model.whatif.KeptDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts answers as they come and keeps as many as a page shows, the newest.
final class Tally {

    private static final int MOST_SHOWN = 50;

    private final List<Difference> shown = new ArrayList<>();
    private final Map<Answer.Untold, Doubt> doubts = new LinkedHashMap<>();
    private int judged;
    private int denied;
    private int reduced;
    private int allowed;

    void add(KeptDecision decision, Answer answer) {
        judged++;
        switch (answer) {
            case Answer.Same _ -> {}
            case Answer.Denied denial -> {
                denied++;
                show(Difference.of(decision, denial));
            }
            case Answer.Reduced reduction -> {
                reduced++;
                show(Difference.of(decision, reduction));
            }
            case Answer.Allowed _ -> {
                allowed++;
                show(Difference.allowed(decision));
            }
            case Answer.Untold untold ->
                    doubts.merge(
                            untold,
                            new Doubt(
                                    untold.code(),
                                    untold.why(),
                                    1,
                                    decision.key(),
                                    decision.signalId()),
                            (newest, _) -> newest.oneMore());
        }
    }

    private void show(Difference difference) {
        shown.add(difference);
        if (shown.size() == 2 * MOST_SHOWN) {
            List<Difference> newest = newest();
            shown.clear();
            shown.addAll(newest);
        }
    }

    private List<Difference> newest() {
        return shown.stream()
                .sorted(Comparator.comparing(Difference::at).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    int judged() {
        return judged;
    }

    WhatIfReport report(int days, boolean complete) {
        return new WhatIfReport(
                days,
                judged,
                complete,
                denied,
                reduced,
                allowed,
                newest(),
                List.copyOf(doubts.values()));
    }
}
