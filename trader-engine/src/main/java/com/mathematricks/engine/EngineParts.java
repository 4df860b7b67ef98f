package com.mathematricks.engine;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.calendar.MarketCalendars;
import com.mathematricks.engine.decision.FeeEstimate;
import com.mathematricks.engine.event.EventPublisher;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.performance.ClosingTimes;
import com.mathematricks.engine.strategy.SettingsStore;
import com.mathematricks.model.settings.AccountSettings;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.function.Function;

/// What the engine is put together from.
record EngineParts(
        MongoDatabase store,
        Clock clock,
        SettingsStore settings,
        InstrumentTable instruments,
        MarketCalendars calendars,
        Prices prices,
        FeeEstimate fees,
        Function<AccountSettings, Broker> brokers,
        EventPublisher publisher,
        FreeDisk disk,
        ClosingTimes closingTimes,
        Surroundings surroundings) {}
