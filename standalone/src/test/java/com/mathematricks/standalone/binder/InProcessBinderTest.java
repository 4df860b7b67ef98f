package com.mathematricks.standalone.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.support.GenericMessage;

class InProcessBinderTest {

    private final InProcessBinder binder = new InProcessBinder();
    private final List<String> taken = new ArrayList<>();

    @Test
    void handsOverInOrderBeforeTheSendReturns() {
        consumer("events", "teller");
        var output = producer("events");

        assertThat(send(output, "a")).isTrue();
        assertThat(taken).containsExactly("teller a");
        assertThat(send(output, "b")).isTrue();
        assertThat(taken).containsExactly("teller a", "teller b");
    }

    @Test
    void bringsAMessageToEveryGroupOfItsDestinationOnly() {
        consumer("events", "teller");
        consumer("events", "archive");
        consumer("others", "stranger");

        send(producer("events"), "a");

        assertThat(taken).containsExactly("teller a", "archive a");
    }

    @Test
    void tellsTheSenderThatAConsumerFailedAndTakesTheMessageSentAgain() {
        var failures = new ArrayList<>(List.of("not now"));
        bind(
                "events",
                "teller",
                text -> {
                    if (!failures.isEmpty()) {
                        throw new IllegalStateException(failures.removeFirst());
                    }
                    taken.add(text);
                });
        var output = producer("events");

        assertThatThrownBy(() -> send(output, "a")).hasStackTraceContaining("not now");
        assertThat(send(output, "a")).isTrue();
        assertThat(taken).containsExactly("a");
    }

    @Test
    void refusesAMessageWhoseRequiredGroupHasNoConsumer() {
        var output = producer("events", "teller");

        assertThatThrownBy(() -> send(output, "a"))
                .isInstanceOf(MessageDeliveryException.class)
                .hasMessageContaining("group teller has no consumer of events yet");

        consumer("events", "teller");
        assertThat(send(output, "a")).isTrue();
    }

    @Test
    void bringsNothingToAConsumerThatIsUnbound() {
        var binding = bind("events", "teller", taken::add);
        var output = producer("events");
        send(output, "a");

        binding.unbind();
        send(output, "b");

        assertThat(taken).containsExactly("a");
    }

    @Test
    void refusesASecondConsumerOfOneGroup() {
        consumer("events", "teller");

        assertThatThrownBy(() -> consumer("events", "teller"))
                .hasMessage("group teller already has a consumer of events");
    }

    private void consumer(String destination, String group) {
        bind(destination, group, text -> taken.add(group + " " + text));
    }

    private org.springframework.cloud.stream.binder.Binding<?> bind(
            String destination, String group, java.util.function.Consumer<String> consumer) {
        var input = new DirectChannel();
        input.subscribe(message -> consumer.accept((String) message.getPayload()));
        return binder.bindConsumer(destination, group, input, new ConsumerProperties());
    }

    private DirectChannel producer(String destination, String... requiredGroups) {
        var output = new DirectChannel();
        var properties = new ProducerProperties();
        properties.setRequiredGroups(requiredGroups);
        binder.bindProducer(destination, output, properties);
        return output;
    }

    private static boolean send(DirectChannel output, String text) {
        return output.send(new GenericMessage<>(text));
    }
}
