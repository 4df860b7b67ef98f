package com.mathematricks.notifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.control.ControlOutcome;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.notifier.TestClock;
import com.mathematricks.notifier.TestStore;
import com.mathematricks.notifier.delivery.Pace;
import com.mathematricks.notifier.message.Html;
import com.mathematricks.notifier.outbox.Chats;
import com.mathematricks.notifier.telegram.BotApi;
import com.mathematricks.notifier.telegram.FakeBotApi;
import com.mathematricks.notifier.telegram.FakeBotApi.Fault;
import com.mathematricks.notifier.telegram.TelegramSettings;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person and a stranger write to the bot; the engine is played by the test.
class CommandsTest {

    private static final long CHAT = 42;
    private static final long ANN = 42;
    private static final long STRANGER = 66;
    private static final long GROUP = -100;

    private final TestClock clock = new TestClock();
    private TestStore store;
    private FakeBotApi telegram;
    private BotApi client;
    private Commands commands;
    private final List<Long> heard = new ArrayList<>();

    /// Answers the open command, as the engine does while the chat waits; null: it does not.
    private @Nullable ControlOutcome engine;

    @BeforeEach
    void open() throws IOException {
        store = TestStore.open();
        telegram = new FakeBotApi(clock);
        client = telegram.client();
        insert(
                Collections.STRATEGIES,
                new Document("_id", "demo").append("account", "paper").append("mode", "PAPER"));
        insert(
                Collections.STRATEGIES,
                new Document("_id", "my strat")
                        .append("account", "paper")
                        .append("mode", "PAPER")
                        .append("archived", true));
        insert(
                Collections.ACCOUNTS,
                new Document("_id", "paper")
                        .append("currency", "USD")
                        .append("equity", decimal("100123.456"))
                        .append("cash", decimal("99000"))
                        .append("realizedPnl", decimal("120"))
                        .append("unrealizedPnl", decimal("-3.5"))
                        .append("fees", decimal("2")));
        insert(Collections.POSITIONS, position("demo", "AAPL", "5"));
        insert(Collections.POSITIONS, position("my strat", "MSFT", "-2"));
        insert(Collections.POSITIONS, position("demo", "TSLA", "0"));
        insert(
                Collections.ORDERS,
                new Document("_id", "E7A3")
                        .append("strategy", "demo")
                        .append("signalKey", "demo:s-1")
                        .append("side", "SELL")
                        .append("quantity", decimal("5"))
                        .append("instrument", "AAPL")
                        .append("stopPrice", decimal("180"))
                        .append("status", "ACCEPTED"));
        commands = commands(Set.of(CHAT), Set.of());
    }

    @AfterEach
    void close() {
        client.close();
        telegram.close();
        store.close();
    }

    private Commands commands(Set<Long> allowedChats, Set<Long> allowedUsers) {
        var settings =
                new TelegramSettings(
                        FakeBotApi.TOKEN, telegram.url(), allowedChats, allowedUsers, Map.of());
        return new Commands(
                store.database(),
                settings,
                new Chats(store.database(), settings),
                client,
                new Pace(),
                heard::add,
                clock,
                this::pass);
    }

    /// Time passes for whoever waits, and the engine may answer meanwhile.
    private void pass(Duration time) {
        clock.forward(time);
        if (engine != null) {
            store.database()
                    .getCollection(Collections.CONTROL_COMMANDS)
                    .updateOne(
                            new Document("open", true),
                            new Document("$set", new Document("outcome", Documents.of(engine)))
                                    .append("$unset", new Document("open", "")));
        }
    }

    @Test
    void answersQuestionsFromTheStore() throws InterruptedException {
        insert(
                Collections.SERVICE_STATUS,
                new Document("_id", "trader-engine")
                        .append("at", Date.from(clock.instant().minusSeconds(40)))
                        .append("health", "UP")
                        .append("lastDid", "filled"));
        insert(
                Collections.TRADING_STATES,
                new Document("_id", "strategy demo")
                        .append("state", "REDUCING")
                        .append("cause", "a leg broke"));

        assertThat(ask("/status"))
                .isEqualTo(
                        """
                        Status
                        trader-engine: DOWN, filled

                        Trading of strategy demo: REDUCING, a leg broke
                        2 open positions, 1 working orders\
                        """);
        assertThat(ask("/balance"))
                .isEqualTo(
                        """
                        Balance
                        paper: equity 100,123.46 USD, cash 99,000.00, unrealized -3.50, fees 2.00\
                        """);
        assertThat(ask("/positions"))
                .isEqualTo(
                        """
                        Positions
                        demo: long 5 AAPL at 190, unrealized +3.00 USD
                        my strat: short 2 MSFT at 190, unrealized +3.00 USD\
                        """);
        assertThat(ask("/orders"))
                .isEqualTo(
                        """
                        Working orders
                        demo: SELL 5 AAPL stop 180, ACCEPTED, E7A3\
                        """);
        assertThat(ask("/strategies"))
                .isEqualTo(
                        """
                        Strategies
                        demo: REDUCING, account paper, PAPER
                        my strat: archived, account paper, PAPER\
                        """);
        assertThat(ask("/help")).startsWith("Commands\n/status ");
        assertThat(ask("/nonsense")).isEqualTo("There is no command /nonsense\n/help lists them.");
        assertThat(ask("hello")).isEqualTo("That is no command\n/help lists them.");
        assertThat(heard).hasSize(8).containsOnly(CHAT);
    }

    @Test
    void tellsProfitAndLossOfTheLastDays() throws InterruptedException {
        for (int day = 17; day <= 19; day++) {
            insert(
                    Collections.PNL_HISTORY,
                    new Document("_id", "total|2026-11-" + day)
                            .append("scope", "total")
                            .append("date", "2026-11-" + day)
                            .append("currency", "USD")
                            .append("equity", decimal("100" + day))
                            .append("pnl", decimal("1.5"))
                            .append("return", decimal("0.0123")));
        }

        assertThat(ask("/pnl"))
                .isEqualTo(
                        """
                        P&L
                        paper now: realized +120.00, unrealized -3.50, fees 2.00 USD
                        2026-11-19: +1.50 USD, +1.23 %, equity 10,019.00
                        2026-11-18: +1.50 USD, +1.23 %, equity 10,018.00
                        2026-11-17: +1.50 USD, +1.23 %, equity 10,017.00\
                        """);
    }

    @Test
    void tellsTheLatestSignalsAndWhyEachWasTradedOrNot() throws InterruptedException {
        insert(
                Collections.TRADING_SIGNALS,
                new Document("_id", "demo:s-1")
                        .append(
                                "intake",
                                new Document("sequence", 1L)
                                        .append("key", "demo:s-1")
                                        .append("signalId", "s-1")
                                        .append("strategy", "demo")
                                        .append("status", "DECIDED")
                                        .append("receivedAt", Date.from(TestClock.START))
                                        .append(
                                                "answer",
                                                new Document("outcome", "DENIED")
                                                        .append("code", "SIGNAL_STALE"))));
        insert(
                Collections.SIGNAL_DECISIONS,
                new Document("_id", "demo:s-1")
                        .append("signalId", "s-1")
                        .append("strategy", "demo")
                        .append("outcome", "DENIED")
                        .append("code", "SIGNAL_STALE")
                        .append("reason", "181 s old, 120 s are allowed")
                        .append(
                                "checks",
                                List.of(
                                        new Document("code", "SIGNAL_STALE")
                                                .append("passed", false)
                                                .append("text", "181 s > 120 s"),
                                        new Document("code", "TRADING_HALTED")
                                                .append("passed", true)
                                                .append("text", "ACTIVE <all>")))
                        .append("sizing", List.of("1000 USD / 190 = 5")));

        assertThat(ask("/signals"))
                .isEqualTo("Latest signals\n14:30:00 demo s-1: DENIED SIGNAL_STALE");
        assertThat(ask("/why s-1"))
                .isEqualTo(
                        """
                        Signal s-1 of demo: DENIED
                        181 s old, 120 s are allowed [SIGNAL_STALE]
                        ✗ SIGNAL_STALE: 181 s > 120 s
                        ✓ TRADING_HALTED: ACTIVE <all>
                        Size: 1000 USD / 190 = 5
                        Order: demo: SELL 5 AAPL stop 180, ACCEPTED, E7A3\
                        """);
        assertThat(ask("/why demo:s-1")).startsWith("Signal s-1 of demo: DENIED\n");
        assertThat(ask("/why x")).startsWith("No signal x is known\n");
        assertThat(ask("/why")).startsWith("Which signal?\n");
    }

    @Test
    void haltsEverythingAfterAConfirmationAndTellsWhatTheEngineDid() throws InterruptedException {
        engine =
                new ControlOutcome(
                        ControlStatus.DONE,
                        "Everything is halted.",
                        List.of("E7A3 was cancelled."),
                        clock.instant(),
                        9);

        String question = ask("/halt");
        assertThat(question).startsWith("Halt everything?\nNothing leaves any more");
        assertThat(given()).isEmpty();
        press(yes());

        assertThat(given())
                .singleElement()
                .satisfies(command ->
                        assertThat(command)
                                .containsEntry("action", "HALT")
                                .containsEntry("scope", "all")
                                .containsEntry("by", "telegram Ann")
                                .containsKeys("at", "outcome")
                                .doesNotContainKeys("instrument", "order", "open"));
        assertThat(changed())
                .isEqualTo("HALT all: DONE\nEverything is halted.\nE7A3 was cancelled.");
        assertThat(telegram.pressAnswers()).containsExactly("Given to the engine");
    }

    @Test
    void givesEachCommandTheScopeThatItNames() throws InterruptedException {
        for (String line :
                List.of(
                        "/pause Demo",
                        "/resume my strat",
                        "/reduce account paper",
                        "/flatten",
                        "/close aapl",
                        "/close my strat MSFT",
                        "/cancel E7A3")) {
            ask(line);
            press(yes());
        }

        assertThat(given())
                .extracting(
                        command -> command.getString("action"),
                        command -> command.getString("scope"),
                        command -> command.getString("instrument"),
                        command -> command.getString("order"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PAUSE", "strategy demo", null, null),
                        org.assertj.core.groups.Tuple.tuple(
                                "RESUME", "strategy my strat", null, null),
                        org.assertj.core.groups.Tuple.tuple("REDUCE", "account paper", null, null),
                        org.assertj.core.groups.Tuple.tuple("FLATTEN", "all", null, null),
                        org.assertj.core.groups.Tuple.tuple("CLOSE", "strategy demo", "AAPL", null),
                        org.assertj.core.groups.Tuple.tuple(
                                "CLOSE", "strategy my strat", "MSFT", null),
                        org.assertj.core.groups.Tuple.tuple(
                                "CANCEL", "strategy demo", null, "E7A3"));
    }

    @Test
    void asksAgainWhereANameIsNotKnown() throws InterruptedException {
        assertThat(ask("/halt dmeo"))
                .isEqualTo(
                        """
                        There is no strategy dmeo
                        Leave the name away for all, or write one of these:
                        demo
                        my strat
                        account paper\
                        """);
        assertThat(ask("/close"))
                .isEqualTo("Which position?\n/close demo AAPL\n/close my strat MSFT");
        assertThat(ask("/cancel E7A9")).startsWith("Which order?\n/cancel E7A3 (");
        assertThat(telegram.last().buttons()).isEmpty();
    }

    @Test
    void doesNothingWhereTheAnswerIsNo() throws InterruptedException {
        ask("/flatten");
        press(telegram.last().buttons().getLast());

        assertThat(given()).isEmpty();
        assertThat(changed()).startsWith("Not done");
    }

    @Test
    void takesAButtonOnce() throws InterruptedException {
        ask("/flatten");
        press(yes());
        press(yes());

        assertThat(given()).hasSize(1);
        assertThat(telegram.pressAnswers())
                .containsExactly(
                        "Given to the engine",
                        "This button does not work (any more). Send the command again.");
    }

    @Test
    void takesNoButtonAfterAMinute() throws InterruptedException {
        ask("/flatten");
        clock.forward(Duration.ofSeconds(60));
        press(yes());

        assertThat(given()).isEmpty();
        assertThat(telegram.pressAnswers()).containsExactly("Too late, nothing was done");
        assertThat(changed()).startsWith("Too late, nothing was done");
    }

    @Test
    void takesNoButtonFromBeforeARestart() throws InterruptedException {
        ask("/flatten");
        commands = commands(Set.of(CHAT), Set.of());
        press(yes());

        assertThat(given()).isEmpty();
    }

    @Test
    void takesAButtonOnlyFromWhoAsked() throws InterruptedException {
        commands = commands(Set.of(GROUP), Set.of(ANN, 43L));
        telegram.say(GROUP, ANN, clock.instant(), "/flatten@trader_bot");
        round();
        telegram.press(GROUP, 43, telegram.last().id(), yes());
        telegram.press(GROUP, STRANGER, telegram.last().id(), yes());
        round();

        assertThat(given()).isEmpty();
        telegram.press(GROUP, ANN, telegram.last().id(), yes());
        round();
        assertThat(given()).hasSize(1);
    }

    @Test
    void saysThatTheEngineDoesNotAnswerAndTellsItLater() throws InterruptedException {
        ask("/halt demo");
        press(yes());
        assertThat(changed()).startsWith("HALT strategy demo: waiting\n");

        engine =
                new ControlOutcome(
                        ControlStatus.EXPIRED, "It was too old.", List.of(), clock.instant(), 9);
        pass(Duration.ofMinutes(5));
        round();

        assertThat(changed()).isEqualTo("HALT strategy demo: EXPIRED\nIt was too old.");
    }

    @Test
    void givesUpOnAnEngineThatNeverAnswers() throws InterruptedException {
        ask("/halt demo");
        press(yes());
        pass(Duration.ofMinutes(7));
        round();

        assertThat(changed()).startsWith("HALT strategy demo: no answer\n");
    }

    @Test
    void givesStrangersNoAnswer() throws InterruptedException {
        telegram.say(STRANGER, STRANGER, clock.instant(), "/status");
        telegram.say(GROUP, ANN, clock.instant(), "/status");
        telegram.press(STRANGER, STRANGER, 1, "yes:1");
        round();

        assertThat(telegram.calls()).isZero();
        assertThat(telegram.pressAnswers()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void takesInAGroupOnlyNamedUsersAndOnlyWhatIsForThisBot() throws InterruptedException {
        commands = commands(Set.of(GROUP), Set.of());
        telegram.say(GROUP, ANN, clock.instant(), "/help");
        round();
        assertThat(telegram.sent()).isEmpty();

        commands = commands(Set.of(GROUP), Set.of(ANN));
        telegram.say(GROUP, STRANGER, clock.instant(), "/help");
        telegram.say(GROUP, ANN, clock.instant(), "/help@other_bot");
        telegram.say(GROUP, ANN, clock.instant(), "good morning");
        round();
        assertThat(telegram.sent()).isEmpty();

        telegram.say(GROUP, ANN, clock.instant(), "/help@trader_bot");
        round();
        assertThat(telegram.texts()).singleElement().asString().startsWith("Commands\n");
    }

    @Test
    void doesNotExecuteWhatIsOldOrFromTheFuture() throws InterruptedException {
        Instant now = clock.instant();
        telegram.say(CHAT, ANN, now.minusSeconds(121), "/halt");
        telegram.say(CHAT, ANN, now.plusSeconds(600), "/halt");
        round();

        assertThat(telegram.texts())
                .containsExactly(
                        "Not executed: /halt\n"
                                + "It was sent 2 minutes ago. Send it again if you still want it.",
                        "Not executed: /halt\n"
                                + "By this computer's clock it comes from the future: the clock is 10"
                                + " minutes behind Telegram's.");
        assertThat(given()).isEmpty();
    }

    @Test
    void doesNotExecuteWhatIsReadAfterAnOutage() throws InterruptedException {
        round();
        telegram.die(Duration.ofMinutes(5));
        while (clock.instant().isBefore(TestClock.START.plus(Duration.ofMinutes(5)))) {
            round();
        }
        telegram.say(CHAT, ANN, clock.instant(), "/halt");
        round();

        assertThat(telegram.texts()).singleElement().asString().startsWith("Not executed: /halt\n");

        assertThat(ask("/halt")).startsWith("Halt everything?");
    }

    @Test
    void executesAnUpdateThatIsDeliveredAgainOnce() throws InterruptedException {
        telegram.repeatUpdates();
        telegram.say(CHAT, ANN, clock.instant(), "/flatten");
        round();
        telegram.press(CHAT, ANN, telegram.last().id(), yes());
        round();
        round();
        assertThat(telegram.sent()).hasSize(1);
        assertThat(given()).hasSize(1);

        commands = commands(Set.of(CHAT), Set.of());
        round();

        assertThat(telegram.sent()).hasSize(1);
        assertThat(given()).hasSize(1);
    }

    @Test
    void answersThoughTelegramLimitsOrFailsOnce() throws InterruptedException {
        telegram.fail(new Fault.Answer(429, "Too Many Requests", 5), new Fault.Cut());

        assertThat(ask("/help")).startsWith("Commands\n");
    }

    @Test
    void changesWhatTheChatGets() throws InterruptedException {
        assertThat(ask("/notify fill off")).isEqualTo("fill is off from now on");
        assertThat(ask("/notify"))
                .startsWith("What this chat gets\n📥 signal: silent\n⛔ denied: loud\n")
                .contains("✅ fill: off\n")
                .endsWith("To change one: /notify KIND loud|silent|off");
        assertThat(ask("/notify fills off")).startsWith("What this chat gets\n");
    }

    private void round() throws InterruptedException {
        commands.round(Duration.ZERO);
    }

    private String ask(String text) throws InterruptedException {
        int before = telegram.sent().size();
        telegram.say(CHAT, ANN, clock.instant(), text);
        round();
        assertThat(telegram.sent()).hasSize(before + 1);
        return Html.plain(telegram.last().text());
    }

    private String yes() {
        return telegram.last().buttons().getFirst();
    }

    private void press(String data) throws InterruptedException {
        telegram.press(CHAT, ANN, telegram.last().id(), data);
        round();
    }

    private String changed() {
        return Html.plain(Objects.requireNonNull(telegram.changed(telegram.last().id())));
    }

    private List<Document> given() {
        return store.database()
                .getCollection(Collections.CONTROL_COMMANDS)
                .find()
                .into(new ArrayList<>());
    }

    private void insert(String collection, Document document) {
        store.database().getCollection(collection).insertOne(document);
    }

    private static Document position(String strategy, String instrument, String quantity) {
        return new Document("_id", "paper|" + strategy + "|" + instrument)
                .append("account", "paper")
                .append("strategy", strategy)
                .append("instrument", instrument)
                .append("quantity", decimal(quantity))
                .append("averagePrice", decimal("190"))
                .append("unrealizedPnl", decimal("3"))
                .append("currency", "USD");
    }

    private static Decimal128 decimal(String number) {
        return Decimal128.parse(number);
    }
}
