package com.mathematricks.engine.command;

import com.mathematricks.engine.journal.Change;
import com.mathematricks.model.control.ControlStatus;
import java.util.ArrayList;
import java.util.List;

/// What a command comes to: what the person is told, and what changes in the book.
record Effect(ControlStatus status, String text, List<String> details, List<Change> changes) {

    Effect {
        details = List.copyOf(details);
        changes = List.copyOf(changes);
    }

    static Effect refused(String text) {
        return new Effect(ControlStatus.REFUSED, text, List.of(), List.of());
    }

    static Effect done(String text, List<String> details, List<Change> changes) {
        return new Effect(ControlStatus.DONE, text, details, changes);
    }

    static Effect nothing(String text) {
        return done(text, List.of(), List.of());
    }

    /// PARTLY where there is something that could not be done.
    Effect but(List<String> problems) {
        if (problems.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(details);
        all.addAll(problems);
        return new Effect(ControlStatus.PARTLY, text, all, changes);
    }
}
