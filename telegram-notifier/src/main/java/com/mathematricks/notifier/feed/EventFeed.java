package com.mathematricks.notifier.feed;

import com.mathematricks.model.event.TradingEvent;
import com.mathematricks.notifier.message.EventMessage;
import com.mathematricks.notifier.message.Messenger;
import com.mathematricks.service.json.Json;
import java.util.function.Consumer;

/// Makes a message of each event. An event counts as seen only after its message was taken, so one
/// that fails comes again.
public final class EventFeed implements Consumer<byte[]> {

    /// More than an engine writes in the minutes that a redelivery may take.
    private static final int REMEMBERED = 10_000;

    private final Messenger messenger;
    private final SeenEvents seen = new SeenEvents(REMEMBERED);
    private volatile String lastDid = "waits for the first event since its start";

    public EventFeed(Messenger messenger) {
        this.messenger = messenger;
    }

    @Override
    public void accept(byte[] json) {
        TradingEvent event = Json.MAPPER.readValue(json, TradingEvent.class);
        if (seen.contains(event.id())) {
            return;
        }
        messenger.send(event.id().value(), event.at(), EventMessage.of(event));
        seen.add(event.id());
        lastDid = "told of " + event.getClass().getSimpleName() + " of " + event.at();
    }

    /// For a person.
    public String lastDid() {
        return lastDid;
    }
}
