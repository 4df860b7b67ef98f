package com.mathematricks.service.messaging;

import com.mathematricks.service.outage.Outage;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/// Asks every five seconds whether RabbitMQ is there, by the connection that the service shares,
/// and tells in the log and to health what keeps it away.
public final class BrokerWatch implements AutoCloseable {

    private static final int PERIOD_SECONDS = 5;

    private final @Nullable ConnectionFactory connections;
    private final Outage outage;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("broker-watch").factory());

    /// @param connections null where the events go without RabbitMQ: then nothing is missed
    public BrokerWatch(@Nullable ConnectionFactory connections) {
        this.connections = connections;
        this.outage =
                new Outage(
                        connections == null
                                ? "RabbitMQ"
                                : "RabbitMQ at "
                                        + connections.getHost()
                                        + ":"
                                        + connections.getPort(),
                        System::nanoTime);
    }

    public void start() {
        ConnectionFactory known = connections;
        if (known != null) {
            var _ =
                    timer.scheduleWithFixedDelay(
                            () -> look(known), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look(ConnectionFactory known) {
        // Closing gives the shared connection back.
        try (Connection connection = known.createConnection()) {
            if (connection.isOpen()) {
                outage.isOver();
            }
        } catch (RuntimeException e) {
            outage.lasts(BrokerTrouble.of(e, String.valueOf(known.getUsername())));
        }
    }

    /// For a person; empty while it answers.
    public Optional<String> trouble() {
        return Optional.ofNullable(outage.text());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
