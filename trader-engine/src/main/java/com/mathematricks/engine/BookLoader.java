package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.BookSnapshot;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.store.Snapshots;
import java.util.Optional;

/// Makes the book: the newest snapshot, then every later entry. There is no second recovery path.
final class BookLoader {

    private final Journal journal;
    private final Snapshots snapshots;

    BookLoader(Journal journal, Snapshots snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
    }

    Book load() {
        Optional<BookSnapshot> snapshot = snapshots.newest();
        Book book = snapshot.map(Book::new).orElseGet(() -> new Book(Epoch.draw()));
        journal.forEachAfter(book.sequence(), book::apply);
        return book;
    }
}
