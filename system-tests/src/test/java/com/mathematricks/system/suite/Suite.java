package com.mathematricks.system.suite;

import com.mathematricks.system.client.ReadApi;
import com.mathematricks.system.client.Webhook;
import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// The four services with their store, seen from outside.
public interface Suite extends AutoCloseable {

    /// Starts on empty data and returns once signals are taken and the read API answers.
    void start(StrategiesFile strategies);

    Webhook webhook();

    /// Of a strategy, with its key in the path.
    URI keyAddress(String strategy);

    ReadApi api();

    /// Where the owner's browser goes to.
    URI dashboard();

    String ownersPassword();

    /// All that can be killed here.
    List<Fault> faults();

    /// Drops all that is derived from the journal while the engine is down, and starts the engine
    /// so that it makes it anew.
    void rebuild();

    /// Stops the suite, lets somebody work on its store, and starts it again.
    void whileStopped(Consumer<MongoDatabase> work);

    /// Stops the suite and reads what the paper broker wrote down.
    BrokerBook stopAndReadBroker();

    /// The last lines of all logs.
    String logs();

    @Override
    void close();
}
