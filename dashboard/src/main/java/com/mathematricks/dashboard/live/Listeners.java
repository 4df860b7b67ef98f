package com.mathematricks.dashboard.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The open pages that want to hear of changes; a bounded number of them.
final class Listeners {

    /// The name that stands for all collections.
    static final String EVERYTHING = "all";

    /// A browser opens one for each visible tab; more than these are not one owner's.
    static final int MOST = 64;

    private final List<Mailbox> open = new ArrayList<>();
    private boolean storeAnswers = true;
    private boolean closed;

    /// Empty where there are too many already.
    synchronized Optional<Mailbox> join() {
        if (closed || open.size() >= MOST) {
            return Optional.empty();
        }
        var mailbox = new Mailbox(storeAnswers);
        open.add(mailbox);
        notifyAll();
        return Optional.of(mailbox);
    }

    synchronized void leave(Mailbox mailbox) {
        open.remove(mailbox);
    }

    synchronized void awaitAny() throws InterruptedException {
        while (open.isEmpty()) {
            wait();
        }
    }

    synchronized boolean any() {
        return !open.isEmpty();
    }

    synchronized void changed(Set<String> collections) {
        open.forEach(mailbox -> mailbox.add(collections));
    }

    synchronized void storeAnswers(boolean answers) {
        if (answers != storeAnswers) {
            storeAnswers = answers;
            open.forEach(mailbox -> mailbox.storeAnswers(answers));
        }
    }

    synchronized void close() {
        closed = true;
        open.forEach(Mailbox::close);
    }
}
