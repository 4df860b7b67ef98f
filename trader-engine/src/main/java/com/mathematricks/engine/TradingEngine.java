package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.decision.Decider;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Journal;
import com.mathematricks.engine.journal.ReplacedException;
import com.mathematricks.engine.store.StoppedException;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that decides: receive → recognise repeat → decide → journal → submit → publish.
///
/// It owns the book. Inputs are decided one after another; the entries of those that wait together
/// go in one ordered insert, and only after that insert is stored does anything leave.
public final class TradingEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);
    private static final int QUEUE = 4_096;
    private static final int BATCH = 64;
    private static final Duration LAST_DECISIONS = Duration.ofSeconds(5);

    private final Journal journal;
    private final Ownership ownership;
    private final String writer;
    private final Supplier<Book> rebuild;
    private final Function<Book, Situation> situations;
    private final BiConsumer<List<Entry>, Book> afterAppend;
    private final BlockingQueue<Input> inputs = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread = Thread.ofPlatform().name("trading-engine").unstarted(this::run);
    private volatile boolean closed;
    private Book book;

    /// @param rebuild makes the book anew from snapshot and journal
    /// @param situations everything else that a decision looks at, now
    /// @param afterAppend called with the stored entries and the book, on the deciding thread; must
    ///   return at once
    public TradingEngine(
            Journal journal,
            Ownership ownership,
            String writer,
            Book book,
            Supplier<Book> rebuild,
            Function<Book, Situation> situations,
            BiConsumer<List<Entry>, Book> afterAppend) {
        this.journal = journal;
        this.ownership = ownership;
        this.writer = writer;
        this.book = book;
        this.rebuild = rebuild;
        this.situations = situations;
        this.afterAppend = afterAppend;
    }

    public void start() {
        thread.start();
    }

    /// The decision, after its entry is stored. A key that was answered before gets the same
    /// answer.
    ///
    /// @param earlier the answer that the journal holds already, from before what the book
    ///   remembers
    public CompletableFuture<DecisionAnswer> decide(
            Signal signal, Optional<DecisionAnswer> earlier) {
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(earlier.get());
        }
        var known = new CompletableFuture<DecisionAnswer>();
        Input input =
                Input.of(
                        "signal " + signal.key(),
                        situation -> {
                            Optional<DecisionAnswer> answer = situation.book().answer(signal.key());
                            answer.ifPresent(known::complete);
                            return answer.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(Decider.decide(signal, situation));
                        });
        put(input);
        return input.done()
                .thenCompose(entry ->
                        entry.map(stored -> CompletableFuture.completedFuture(answer(stored)))
                                .orElse(known));
    }

    private static DecisionAnswer answer(Entry entry) {
        return Answers.in(entry)
                .orElseThrow(() -> new IllegalStateException("no decision in " + entry.sequence()));
    }

    /// Takes a step in the order of the calls; waits while the queue is full.
    public CompletableFuture<Optional<Entry>> take(
            String name, Function<Situation, Optional<Draft>> step) {
        Input input = Input.of(name, step);
        put(input);
        return input.done();
    }

    /// Takes a step that nobody waits for; its failure is logged.
    public void post(String name, Function<Situation, Optional<Draft>> step) {
        var _ =
                take(name, step)
                        .exceptionally(failure -> {
                            LOG.warn("{} was not taken: {}", name, failure.getMessage());
                            return Optional.empty();
                        });
    }

    /// Looks at the book without changing anything.
    public <T> CompletableFuture<T> read(String name, Function<Situation, T> look) {
        var seen = new CompletableFuture<T>();
        CompletableFuture<Optional<Entry>> done =
                take(
                        name,
                        situation -> {
                            seen.complete(look.apply(situation));
                            return Optional.empty();
                        });
        return done.thenCompose(_ -> seen);
    }

    private void put(Input input) {
        try {
            if (closed || !inputs.offer(input, 5, TimeUnit.SECONDS)) {
                input.done()
                        .completeExceptionally(
                                new EngineBusyException(closed ? "stopping" : "the queue is full"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            input.done().completeExceptionally(new EngineBusyException("interrupted"));
        }
    }

    private void run() {
        while (!closed || !inputs.isEmpty()) {
            var batch = new ArrayList<Input>(BATCH);
            try {
                batch.add(inputs.take());
                inputs.drainTo(batch, BATCH - 1);
                process(batch);
            } catch (InterruptedException e) {
                return;
            } catch (ReplacedException e) {
                ownership.lost(String.valueOf(e.getMessage()));
                LOG.error("REPLACED: {}. Nothing is decided or sent any more.", e.getMessage());
                fail(batch, e);
                fail(drain(), e);
                closed = true;
            } catch (StoppedException e) {
                fail(batch, e);
                return;
            } catch (RuntimeException e) {
                LOG.error("the book is thrown away and built anew", e);
                fail(batch, e);
                rebuildBook();
            }
        }
    }

    private void process(List<Input> batch) {
        var entries = new ArrayList<Entry>();
        var results = new ArrayList<Runnable>();
        for (Input input : batch) {
            Optional<Draft> draft;
            try {
                draft = input.decide().apply(situations.apply(book));
            } catch (RuntimeException e) {
                LOG.error("failed on {}", input.name(), e);
                results.add(() -> input.done().completeExceptionally(e));
                continue;
            }
            Optional<Entry> entry = draft.map(this::entry);
            entry.ifPresent(book::apply);
            entry.ifPresent(entries::add);
            results.add(() -> input.done().complete(entry));
        }
        if (!entries.isEmpty()) {
            journal.append(entries);
            ownership.seen();
            afterAppend.accept(entries, book);
        }
        results.forEach(Runnable::run);
    }

    private Entry entry(Draft draft) {
        long sequence = book.sequence() + 1;
        Situation situation = situations.apply(book);
        return new Entry(
                sequence,
                draft.epochAfter(book.epoch()),
                situation.now(),
                writer,
                draft.kind(),
                draft.key() == null ? "seq:" + sequence : draft.key(),
                draft.account(),
                draft.changes());
    }

    private void rebuildBook() {
        try {
            book = rebuild.get();
        } catch (RuntimeException e) {
            ownership.lost("the book cannot be built from the journal: " + e.getMessage());
            LOG.error("the engine stops: the book cannot be built from the journal", e);
            fail(drain(), e);
            closed = true;
        }
    }

    private List<Input> drain() {
        var left = new ArrayList<Input>();
        inputs.drainTo(left);
        return left;
    }

    private static void fail(List<Input> failed, RuntimeException e) {
        failed.forEach(input -> input.done().completeExceptionally(e));
    }

    /// Decides what waits already, as long as the store takes it.
    @Override
    public void close() {
        closed = true;
        // Wakes the thread where nothing waits.
        var _ = inputs.offer(Input.of("stop", _ -> Optional.empty()));
        try {
            thread.join(LAST_DECISIONS.toMillis());
            thread.interrupt();
            thread.join(LAST_DECISIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fail(drain(), new EngineBusyException("stopping"));
    }
}
