package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.BookSnapshot;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.store.Snapshots;
import java.security.SecureRandom;
import java.util.Optional;

/// Makes the book: the newest snapshot, then every later entry. There is no second recovery path.
final class BookLoader {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int EPOCH_LENGTH = 5;

    private final Journal journal;
    private final Snapshots snapshots;

    BookLoader(Journal journal, Snapshots snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
    }

    Book load() {
        Optional<BookSnapshot> snapshot = snapshots.newest();
        Book book = snapshot.map(Book::new).orElseGet(() -> new Book(newEpoch()));
        journal.forEachAfter(book.sequence(), book::apply);
        return book;
    }

    private static String newEpoch() {
        var random = new SecureRandom();
        var epoch = new StringBuilder();
        for (int i = 0; i < EPOCH_LENGTH; i++) {
            epoch.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return epoch.toString();
    }
}
