package com.mathematricks.engine;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.model.signal.DecisionAnswer;
import java.util.Optional;

/// The answer that an entry gives to its signal.
public final class Answers {

    private Answers() {}

    public static Optional<DecisionAnswer> in(Entry entry) {
        return entry.changes().stream()
                .filter(change -> change instanceof Change.Decided)
                .map(change -> ((Change.Decided) change).decision().answer(entry.sequence()))
                .findFirst();
    }
}
