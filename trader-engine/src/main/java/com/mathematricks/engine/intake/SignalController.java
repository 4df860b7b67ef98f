package com.mathematricks.engine.intake;

import com.mathematricks.engine.Answers;
import com.mathematricks.engine.EngineBusyException;
import com.mathematricks.engine.EngineService;
import com.mathematricks.engine.TradingEngine;
import com.mathematricks.engine.strategy.SettingsStore;
import com.mathematricks.model.signal.DecisionAnswer;
import com.mathematricks.model.signal.Signal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes signals from the collector and answers with the decision once it is stored.
@RestController
final class SignalController {

    private static final int ANSWER_SECONDS = 10;

    private final EngineService service;
    private final SettingsStore settings;
    private final SignalPrices prices;

    SignalController(EngineService service, SettingsStore settings, SignalPrices prices) {
        this.service = service;
        this.settings = settings;
        this.prices = prices;
    }

    @PostMapping("/internal/signals")
    DecisionAnswer decide(@RequestBody Signal signal) {
        SignalRules.check(signal);
        TradingEngine engine = service.ready();
        settings.refreshUnlessKnown(signal.strategy());
        // The book remembers the newest decisions only; the journal holds them all.
        Optional<DecisionAnswer> earlier =
                service.journal().withKey(signal.key().value()).flatMap(Answers::in);
        if (earlier.isEmpty()) {
            prices.note(signal);
        }
        return await(engine.decide(signal, earlier));
    }

    private static DecisionAnswer await(CompletableFuture<DecisionAnswer> decision) {
        try {
            return decision.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new EngineBusyException("the decision is not stored yet; ask again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineBusyException("the engine is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
