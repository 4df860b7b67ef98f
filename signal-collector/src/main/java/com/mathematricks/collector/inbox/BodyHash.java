package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.ParsedSignal;
import com.mathematricks.model.settings.SecretHash;
import com.mathematricks.model.signal.SignalLeg;
import java.util.stream.Collectors;

/// Tells whether two posts say the same: equal canonical body, order id and stated positions.
final class BodyHash {

    private BodyHash() {}

    static String of(ParsedSignal signal) {
        String positions =
                signal.legs().stream()
                        .map(SignalLeg::position)
                        .map(String::valueOf)
                        .collect(Collectors.joining("|"));
        return SecretHash.of(
                String.join("\n", signal.canonicalBody(), "" + signal.orderId(), positions));
    }
}
