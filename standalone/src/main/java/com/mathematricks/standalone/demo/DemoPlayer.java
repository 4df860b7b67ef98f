package com.mathematricks.standalone.demo;

import com.mathematricks.service.json.Json;
import com.mathematricks.standalone.command.Outcome;
import com.mathematricks.standalone.command.ReadApi;
import com.mathematricks.standalone.terminal.CommandFailedException;
import com.mathematricks.standalone.terminal.Progress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// Plays the month through the webhook, as fast as the suite follows, then lets the clock show the
/// real time.
public final class DemoPlayer {

    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /// A minute after the hour at which the engine closes the day.
    private static final LocalTime DAY_CLOSED = LocalTime.of(17, 1);

    private static final Duration CLOSING = Duration.ofMinutes(1);

    private final DemoScript script;
    private final DemoClock clock;
    private final ReadApi suite;
    private final UnaryOperator<String> keys;
    private final Progress progress;
    private LocalDate day = LocalDate.MIN;

    /// @param keys the webhook's key of a strategy
    public DemoPlayer(
            DemoScript script,
            DemoClock clock,
            ReadApi suite,
            UnaryOperator<String> keys,
            Progress progress) {
        this.script = script;
        this.clock = clock;
        this.suite = suite;
        this.keys = keys;
        this.progress = progress;
    }

    /// Ends with the process.
    public void start() {
        Thread.ofPlatform().daemon().name("demo").start(this::run);
    }

    private void run() {
        try {
            play();
            clock.release();
            progress.say("The demo's month is played; from here on its clock is the real one.");
        } catch (CommandFailedException e) {
            progress.say("The demo stops: " + e.getMessage());
        }
    }

    void play() {
        String priceKey = keys.apply(strategyOfPrices());
        for (DemoScript.Step step : script.steps()) {
            begin(step.at().atZone(DemoScript.NEW_YORK).toLocalDate());
            clock.put(step.at());
            switch (step) {
                case DemoScript.Prices(_, var prices) ->
                        prices.forEach((ticker, price) -> post(priceKey, price(ticker, price)));
                case DemoScript.Message(_, var strategy, var body) ->
                        await(post(keys.apply(strategy), body));
            }
        }
        endDay();
    }

    private String strategyOfPrices() {
        return script.steps().stream()
                .filter(DemoScript.Message.class::isInstance)
                .map(step -> ((DemoScript.Message) step).strategy())
                .findFirst()
                .orElseThrow();
    }

    private void begin(LocalDate next) {
        if (!next.equals(day)) {
            if (!day.equals(LocalDate.MIN)) {
                endDay();
            }
            day = next;
        }
    }

    /// The engine closes the day in its own time; the next one begins when that is written down.
    private void endDay() {
        Instant over = day.atTime(DAY_CLOSED).atZone(DemoScript.NEW_YORK).toInstant();
        clock.put(over);
        awaitThat(
                () ->
                        suite.list("equity?scope=total", 1).stream()
                                .map(row -> Instant.parse(row.path("at").asString()))
                                .anyMatch(at -> !at.isBefore(over.minus(CLOSING))),
                "the end of " + day);
    }

    private HttpResponse<byte[]> post(String key, String body) {
        return suite.post(key, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String price(String ticker, String price) {
        return "{\"type\": \"price\", \"ticker\": \"%s\", \"price\": \"%s\"}"
                .formatted(ticker, price);
    }

    /// A signal that is refused at once, as the script has some, comes to nothing more.
    private void await(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == ACCEPTED) {
            String id = Json.MAPPER.readTree(answer.body()).path("key").asString();
            awaitThat(
                    () ->
                            suite.signal(id)
                                    .filter(signal -> new Outcome(id, signal).isSettled())
                                    .isPresent(),
                    "signal " + id);
        }
    }

    private static void awaitThat(BooleanSupplier done, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw CommandFailedException.because(
                        what + " did not come within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
