package com.mathematricks.collector.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.collector.Bodies;
import com.mathematricks.collector.format.FieldError;
import com.mathematricks.collector.inbox.Backlog;
import com.mathematricks.collector.inbox.OpenSignal;
import com.mathematricks.collector.inbox.StoreUnavailableException;
import com.mathematricks.model.settings.StrategyName;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.DecisionOutcome;
import com.mathematricks.model.signal.Notice;
import com.mathematricks.model.signal.PriceReport;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final StrategyName DEMO = new StrategyName("demo");
    private static final Instant NOW = Instant.parse("2026-11-20T14:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final EngineAnswer AWAY = new EngineAnswer.Away("connection refused");
    private static final EngineAnswer FAILED = new EngineAnswer.Failed("500");

    /// Everything that left the lane, in order.
    private final List<String> log = new ArrayList<>();

    private final ListedBacklog backlog = new ListedBacklog();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final EngineContact contact = new EngineContact(CLOCK);
    private final Lane lane = new Lane(DEMO, backlog, engine, contact, CLOCK, new Random(3));

    @Test
    void postsOneAfterAnotherAndRestsAtTheEnd() {
        backlog.add("1", "2");

        runToRest();

        assertThat(log).containsExactly("post 1", "decided 1", "post 2", "decided 2");
    }

    @Test
    void doesNotPassASignalThatWaits() {
        backlog.add("1", "2");
        engine.answers.addAll(List.of(AWAY, AWAY, AWAY));

        runToRest();

        assertThat(log)
                .containsExactly(
                        "post 1", "post 1", "post 1", "post 1", "decided 1", "post 2", "decided 2");
    }

    @Test
    void waitsLongerEachTimeButNeverBeyondFiveSecondsAndForEver() {
        backlog.add("1");
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            engine.answers.add(AWAY);
            pauses.add(((Lane.Then.Wait) lane.step()).pause());
        }

        assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(pauses.subList(10, 500))
                .allMatch(pause -> pause.compareTo(Duration.ofMillis(2500)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
        assertThat(contact.trouble())
                .isEqualTo(new EngineContact.Trouble(NOW, "connection refused"));
        runToRest();
        assertThat(log).endsWith("decided 1");
        assertThat(contact.trouble()).isNull();
    }

    @Test
    void marksRefusedWithTheEnginesReason() {
        backlog.add("1", "2");
        engine.answers.add(new EngineAnswer.Refused("instrument unknown"));

        runToRest();

        assertThat(log)
                .containsExactly("post 1", "refused 1: instrument unknown", "post 2", "decided 2");
    }

    @Test
    void parksAtTheFifthFailureAndGoesOn() {
        backlog.add("1", "2");
        engine.answers.addAll(List.of(FAILED, FAILED, FAILED, FAILED, FAILED));

        runToRest();

        assertThat(log)
                .containsExactly(
                        "post 1",
                        "failed 1: 1",
                        "post 1",
                        "failed 1: 2",
                        "post 1",
                        "failed 1: 3",
                        "post 1",
                        "failed 1: 4",
                        "post 1",
                        "parked 1: 5",
                        "post 2",
                        "decided 2");
    }

    @Test
    void countsFailuresOnFromBeforeARestart() {
        backlog.signals.add(backlog.signal("1", 4, Bodies.buyWithId("1")));
        engine.answers.add(FAILED);

        runToRest();

        assertThat(log).containsExactly("post 1", "parked 1: 5");
    }

    @Test
    void countsNoFailureWhileTheEngineIsNotReady() {
        backlog.add("1");
        engine.ready = false;
        for (int i = 0; i < 20; i++) {
            engine.answers.add(FAILED);
        }

        runToRest();

        assertThat(log).hasSize(22).endsWith("post 1", "decided 1").doesNotContain("failed 1: 1");
    }

    @Test
    void parksWhatWeCannotEvenPost() {
        backlog.add("1", "2");
        engine.faults = 5;

        runToRest();

        assertThat(log).endsWith("parked 1: 5", "post 2", "decided 2");
    }

    @Test
    void refusesWhatCannotBeReadAnyMore() {
        backlog.signals.add(backlog.signal("1", 0, "rubbish"));
        backlog.add("2");

        runToRest();

        assertThat(log).hasSize(3).endsWith("post 2", "decided 2");
        assertThat(log.getFirst()).startsWith("refused 1: ");
    }

    @Test
    void looksAgainAfterTheStoreWasAway() {
        backlog.add("1", "2");
        backlog.outages = 2;

        assertThat(lane.step()).isInstanceOf(Lane.Then.Wait.class);
        assertThat(lane.step()).isInstanceOf(Lane.Then.Wait.class);
        runToRest();

        assertThat(log).containsExactly("post 1", "decided 1", "post 2", "decided 2");
    }

    @Test
    void postsNothingTwiceWhoseOutcomeWasStoredAlthoughNobodyConfirmedIt() {
        backlog.add("1", "2");
        backlog.unconfirmed = 1;

        runToRest();

        assertThat(log).containsExactly("post 1", "decided 1", "post 2", "decided 2");
    }

    @Test
    void givesTheEngineWhatTheStoreKnows() {
        backlog.add("1");

        runToRest();

        Signal signal = engine.signals.getFirst();
        assertThat(signal.key()).isEqualTo(SignalKey.of(DEMO, "1"));
        assertThat(signal.receivedAt()).isEqualTo(NOW.minusSeconds(2));
        assertThat(signal.sentAt()).isEqualTo(NOW.minusSeconds(3));
        assertThat(signal.format()).isEqualTo(WireFormat.TRADINGVIEW);
        assertThat(signal.legs()).hasSize(1);
    }

    private void runToRest() {
        for (int i = 0; i < 1000; i++) {
            if (lane.step() instanceof Lane.Then.Rest) {
                return;
            }
        }
        throw new AssertionError("no rest after 1000 steps: " + log);
    }

    private final class ScriptedEngine implements Engine {

        final Deque<EngineAnswer> answers = new ArrayDeque<>();
        final List<Signal> signals = new ArrayList<>();
        boolean ready = true;
        int faults;

        @Override
        public EngineAnswer post(Signal signal) {
            if (faults > 0) {
                faults--;
                throw new IllegalStateException("a fault of ours");
            }
            log.add("post " + signal.id());
            signals.add(signal);
            EngineAnswer scripted = answers.poll();
            return scripted != null
                    ? scripted
                    : new EngineAnswer.Decided(
                            new DecisionAnswer(
                                    signal.key(), DecisionOutcome.APPROVED, "APPROVED", "", 1));
        }

        @Override
        public EngineAnswer post(Notice notice) {
            throw new AssertionError("no notice is expected");
        }

        @Override
        public EngineAnswer post(PriceReport price) {
            throw new AssertionError("no price is expected");
        }

        @Override
        public boolean isReady() {
            return ready;
        }
    }

    private final class ListedBacklog implements Backlog {

        final List<OpenSignal> signals = new ArrayList<>();
        int outages;
        int unconfirmed;

        void add(String... ids) {
            for (String id : ids) {
                signals.add(signal(id, 0, Bodies.buyWithId(id)));
            }
        }

        OpenSignal signal(String id, int failures, String body) {
            return new OpenSignal(
                    "demo:" + id,
                    SignalKey.of(DEMO, id),
                    id,
                    DEMO,
                    WireFormat.TRADINGVIEW,
                    NOW.minusSeconds(2),
                    NOW.minusSeconds(3),
                    failures,
                    new Document("raw", body));
        }

        @Override
        public List<OpenSignal> open(StrategyName strategy, int limit) {
            if (outages > 0) {
                outages--;
                throw new StoreUnavailableException("test", new IllegalStateException("away"));
            }
            return List.copyOf(signals.subList(0, Math.min(limit, signals.size())));
        }

        @Override
        public Optional<StrategyName> strategyAfter(@Nullable StrategyName last) {
            throw new AssertionError("a lane knows its strategy");
        }

        @Override
        public void decided(
                OpenSignal signal, DecisionAnswer answer, Instant postedAt, Instant decidedAt) {
            close(signal, "decided " + signal.id());
        }

        @Override
        public void refused(OpenSignal signal, FieldError error, Instant at) {
            close(signal, "refused " + signal.id() + ": " + error.text());
        }

        @Override
        public void failed(OpenSignal signal, int failures) {
            log.add("failed " + signal.id() + ": " + failures);
        }

        @Override
        public void parked(OpenSignal signal, FieldError error, int failures, Instant at) {
            close(signal, "parked " + signal.id() + ": " + failures);
        }

        private void close(OpenSignal signal, String what) {
            signals.remove(signal);
            log.add(what);
            if (unconfirmed > 0) {
                unconfirmed--;
                throw new StoreUnavailableException("test", new IllegalStateException("silence"));
            }
        }
    }
}
