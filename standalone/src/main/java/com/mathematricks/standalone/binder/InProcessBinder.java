package com.mathematricks.standalone.binder;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.DefaultBinding;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.SubscribableChannel;

/// Connects producers and consumers of one process by the name of their destination. It keeps
/// nothing: a message is handed over in the sender's thread, and the send succeeds only after every
/// group's consumer has returned. Where a consumer fails, or a required group has none, the send
/// throws, and it is for the sender to send again. That is enough for the engine's relay, which has
/// the journal to send from and a thread of its own to be slow in.
public final class InProcessBinder
        implements Binder<MessageChannel, ConsumerProperties, ProducerProperties> {

    /// The bean name by which each context finds it.
    public static final String NAME = "in-process";

    private final List<Consumer> consumers = new CopyOnWriteArrayList<>();

    private record Consumer(String destination, String group, MessageChannel input) {}

    @Override
    public Binding<MessageChannel> bindConsumer(
            String destination,
            @Nullable String group,
            MessageChannel input,
            ConsumerProperties properties) {
        String name = group == null ? "anonymous-" + UUID.randomUUID() : group;
        var consumer = new Consumer(destination, name, input);
        return bound(
                new DefaultBinding<>(
                        destination,
                        name,
                        input,
                        new Attachment(() -> add(consumer), () -> consumers.remove(consumer))));
    }

    @Override
    public Binding<MessageChannel> bindProducer(
            String destination, MessageChannel output, ProducerProperties properties) {
        var channel = (SubscribableChannel) output;
        List<String> required = Arrays.asList(properties.getRequiredGroups());
        MessageHandler handler = message -> deliver(destination, required, message);
        return bound(
                new DefaultBinding<>(
                        destination,
                        output,
                        new Attachment(
                                () -> channel.subscribe(handler),
                                () -> channel.unsubscribe(handler))));
    }

    private static Binding<MessageChannel> bound(Binding<MessageChannel> binding) {
        binding.start();
        return binding;
    }

    private synchronized void add(Consumer consumer) {
        if (consumersOf(consumer.destination).stream()
                .anyMatch(other -> other.group.equals(consumer.group))) {
            throw new IllegalStateException(
                    "group %s already has a consumer of %s"
                            .formatted(consumer.group, consumer.destination));
        }
        consumers.add(consumer);
    }

    private List<Consumer> consumersOf(String destination) {
        return consumers.stream().filter(one -> one.destination.equals(destination)).toList();
    }

    private void deliver(String destination, List<String> required, Message<?> message) {
        List<Consumer> present = consumersOf(destination);
        for (String group : required) {
            if (present.stream().noneMatch(consumer -> consumer.group.equals(group))) {
                throw new MessageDeliveryException(
                        message, "group " + group + " has no consumer of " + destination + " yet");
            }
        }
        for (Consumer consumer : present) {
            if (!consumer.input.send(message)) {
                throw new MessageDeliveryException(
                        message, "group " + consumer.group + " did not take the message");
            }
        }
    }
}
