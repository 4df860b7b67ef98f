package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerContract;
import com.mathematricks.engine.broker.FaultyBroker;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/// A faulty broker without a fault is the broker in it.
class BehavingFaultyBrokerTest extends BrokerContract {

    private final PaperStory story = new PaperStory();

    @AfterEach
    void close() {
        story.close();
    }

    @Override
    protected Broker open() {
        return new FaultyBroker(story.opened(), Set.of(), 1, 1);
    }

    @Override
    protected void market(String price) {
        var _ = story.market(price);
    }
}
