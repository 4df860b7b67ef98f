package com.mathematricks.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mathematricks.engine.book.BookSnapshot;
import com.mathematricks.engine.book.CommandAnswer;
import com.mathematricks.engine.book.Execution;
import com.mathematricks.engine.book.FlatDay;
import com.mathematricks.engine.book.OrderTime;
import com.mathematricks.engine.control.StateScope;
import com.mathematricks.engine.loss.LossBaseline;
import com.mathematricks.engine.loss.LossRule;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.performance.ClosingDays;
import com.mathematricks.engine.performance.PnlScope;
import com.mathematricks.engine.performance.Worth;
import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.SignalKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private final TestStore store = TestStore.open("snapshots");
    private final Snapshots snapshots = new Snapshots(store.database());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsTheNewestBackAsItWas() {
        snapshots.save(snapshot(1));
        snapshots.save(snapshot(2));

        assertThat(snapshots.newest()).contains(snapshot(2));
    }

    @Test
    void keepsTheLastThree() {
        IntStream.rangeClosed(1, 5).forEach(sequence -> snapshots.save(snapshot(sequence)));

        assertThat(store.database().getCollection("snapshots").find())
                .extracting(document -> document.getLong("_id"))
                .containsExactlyInAnyOrder(3L, 4L, 5L);
    }

    @Test
    void refusesTheSnapshotOfANewerVersion() {
        store.database()
                .getCollection("snapshots")
                .insertOne(new Document("_id", 7L).append("format", 5).append("book", "?"));

        assertThatThrownBy(snapshots::newest)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("snapshot 7 has format 5, this version reads 4");
    }

    @Test
    void readsTheOldestFormat() {
        snapshots.save(snapshot(1));
        store.database()
                .getCollection("snapshots")
                .updateOne(
                        new Document("_id", 1L), new Document("$set", new Document("format", 2)));

        // What is there is read all the same; only what is missing is taken as empty.
        assertThat(snapshots.newest()).contains(snapshot(1));
    }

    private static BookSnapshot snapshot(long sequence) {
        return new BookSnapshot(
                sequence,
                "EPOCH",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new DecisionAnswer(
                                new SignalKey("demo:a"),
                                DecisionOutcome.APPROVED,
                                "APPROVED",
                                "buy 1 AAPL",
                                1)),
                List.of(
                        new CommandAnswer(
                                "c1",
                                new ControlOutcome(
                                        ControlStatus.DONE,
                                        "Cancels 1 order",
                                        List.of("cancels it"),
                                        Instant.parse("2026-11-20T14:30:00.123Z"),
                                        1))),
                List.of("paper|AAPL|1"),
                List.of(
                        new OrderTime(
                                Instant.parse("2026-11-20T14:30:00.123Z"),
                                new StrategyName("demo"),
                                new AccountId("paper"))),
                List.of(
                        ClosedDay.of(
                                new Worth(
                                        PnlScope.TOTAL,
                                        Money.of("100000", Currency.USD),
                                        Money.of("100100.25", Currency.USD),
                                        ClosingDays.WEEKDAYS),
                                LocalDate.parse("2026-11-20"),
                                0,
                                Optional.empty())),
                List.of(
                        new LossBaseline(
                                StateScope.ALL,
                                LossRule.DRAWDOWN,
                                Money.of("100100.25", Currency.USD),
                                Money.of("100000", Currency.USD),
                                LocalDate.parse("2026-11-20"),
                                Instant.parse("2026-11-20T14:30:00.123Z"),
                                true)),
                List.of(
                        new Execution(
                                new StrategyName("demo"),
                                1,
                                Instant.parse("2026-11-20T14:30:00.123Z"))),
                List.of(new FlatDay(new StrategyName("demo"), LocalDate.parse("2026-11-20"))));
    }
}
