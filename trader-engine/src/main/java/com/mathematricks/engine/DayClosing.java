package com.mathematricks.engine;

import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.book.Standings;
import com.mathematricks.engine.book.Valuation;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Draft;
import com.mathematricks.engine.journal.EntryKind;
import com.mathematricks.engine.loss.Standing;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.performance.ClosingDays;
import com.mathematricks.engine.performance.ClosingTimes;
import com.mathematricks.engine.performance.PnlScope;
import com.mathematricks.engine.performance.Worth;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.settings.StrategySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Closes the day, once its hour has come, of the total and of each strategy: one entry with what
/// all are worth. After a downtime the days that nobody closed are one, and it says how many.
///
/// @param since when the journal began: no day is closed that was over before
record DayClosing(ClosingTimes times, Instant since) {

    Optional<Draft> step(Situation situation) {
        Book book = situation.book();
        List<Change> closed =
                worth(situation).stream()
                        .flatMap(worth -> close(worth, book, situation.now()).stream())
                        .<Change>map(Change.DayClosed::new)
                        .toList();
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(EntryKind.DAY_CLOSED, null, null, closed));
    }

    private Optional<ClosedDay> close(Worth worth, Book book, Instant now) {
        Optional<ClosedDay> before = book.closedDay(worth.scope());
        LocalDate due = times.newest(now, worth.days());
        // A strategy that is new is first closed with the others' next day.
        LocalDate done =
                before.map(ClosedDay::date)
                        .or(book::newestClosedDate)
                        .orElseGet(() -> times.newest(since, worth.days()));
        return due.isAfter(done)
                ? Optional.of(
                        ClosedDay.of(
                                worth, due, ClosingTimes.between(done, due, worth.days()), before))
                : Optional.empty();
    }

    private static List<Worth> worth(Situation situation) {
        var standings = standings(situation);
        var all = new ArrayList<Worth>();
        standings
                .of(StateScope.ALL)
                .map(total -> worth(PnlScope.TOTAL, total, ClosingDays.WEEKDAYS))
                .ifPresent(all::add);
        situation.settings().strategies().stream()
                .sorted(Comparator.comparing(strategy -> strategy.name().value()))
                .filter(strategy -> !strategy.archived() || holds(strategy, situation.book()))
                .flatMap(strategy -> worth(strategy, situation.book(), standings).stream())
                .forEach(all::add);
        return all;
    }

    private static Standings standings(Situation situation) {
        return new Standings(
                situation.book(),
                situation.settings(),
                new Valuation(situation.book(), situation.prices()));
    }

    private static Optional<Worth> worth(
            StrategySettings strategy, Book book, Standings standings) {
        return standings
                .of(StateScope.of(strategy.name()))
                .map(standing ->
                        worth(PnlScope.of(strategy.name()), standing, days(strategy, book)));
    }

    private static Worth worth(PnlScope scope, Standing standing, ClosingDays days) {
        return new Worth(scope, standing.paidIn(), standing.equity(), days);
    }

    private static boolean holds(StrategySettings strategy, Book book) {
        return positions(strategy, book).stream().anyMatch(p -> !p.quantity().isFlat());
    }

    /// Every day for a strategy that has traded crypto and nothing else.
    private static ClosingDays days(StrategySettings strategy, Book book) {
        List<Position> positions = positions(strategy, book);
        boolean crypto =
                !positions.isEmpty()
                        && positions.stream()
                                .allMatch(position ->
                                        book.instrument(position.key().instrument())
                                                .map(Instrument::type)
                                                .map(ClosingDays::of)
                                                .filter(ClosingDays.EVERY_DAY::equals)
                                                .isPresent());
        return crypto ? ClosingDays.EVERY_DAY : ClosingDays.WEEKDAYS;
    }

    private static List<Position> positions(StrategySettings strategy, Book book) {
        return book.positions().stream()
                .filter(position -> position.key().strategy().equals(strategy.name()))
                .toList();
    }
}
