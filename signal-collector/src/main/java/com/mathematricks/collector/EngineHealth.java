package com.mathematricks.collector;

import com.mathematricks.collector.relay.EngineContact;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Degraded while the engine is away: signals are taken and wait.
@Component("engineHealthIndicator")
final class EngineHealth implements HealthIndicator {

    private final EngineContact contact;

    EngineHealth(EngineContact contact) {
        this.contact = contact;
    }

    @Override
    public Health health() {
        EngineContact.Trouble trouble = contact.trouble();
        return trouble == null
                ? Health.up().build()
                : Health.status("DEGRADED")
                        .withDetail("since", trouble.since())
                        .withDetail("why", trouble.why())
                        .build();
    }
}
