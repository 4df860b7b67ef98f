package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalLeg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Format 1: a header and, in `signal` or `signal_legs`, one leg or several.
final class EnvelopeFormat {

    private static final String ACCEPTED =
            "a leg or an array of 1 to %d legs".formatted(Signal.MAX_LEGS);

    /// May stand on the envelope or on the leg.
    private static final Set<String> EITHER =
            Set.of("signal_type", "entry_name", "entry_signal_id");

    private EnvelopeFormat() {}

    static boolean recognises(Fields fields) {
        return fields.has("signal")
                || fields.has("signal_legs")
                || (fields.has("stop_loss") && fields.has("trigger"));
    }

    static Message read(Fields envelope, Instant now) {
        List<Fields> bodies = bodies(envelope);
        for (Fields body : bodies) {
            if (body != envelope) {
                envelope.adopt(body, Header.NAMES);
                body.adopt(envelope, EITHER);
                // Shown only, and the envelope has its own.
                body.ignore("comment");
                body.ignore("order_id");
            }
        }
        Header header = Header.read(envelope);
        List<Fields> legs = bodies.stream().flatMap(body -> OptionLegs.of(body).stream()).toList();
        checkCount(envelope, legs.size());
        var read = new ArrayList<SignalLeg>();
        for (Fields leg : legs) {
            read.add(leg(leg, legs.size(), now));
        }
        envelope.refuseUnread("the envelope");
        return new Message(header, read);
    }

    private static SignalLeg leg(Fields fields, int count, Instant now) {
        SignalLeg leg = LegReader.read(fields, WireFormat.ENVELOPE, now);
        if (count > 1 && leg.quantity() == null && LegReader.opens(leg)) {
            throw Refusal.missing(fields.path() + "qty", Numbers.ACCEPTED);
        }
        return leg;
    }

    private static List<Fields> bodies(Fields envelope) {
        Field signal = envelope.find("signal");
        Field legs = envelope.find("signal_legs");
        if (signal != null && legs != null) {
            throw legs.wrong("left out beside signal", "send the legs in one of the two");
        }
        Field body = signal == null ? legs : signal;
        if (body == null) {
            return List.of(envelope);
        }
        return switch (body.value()) {
            case Map<?, ?> object -> List.of(Fields.of(object, body.name() + "."));
            case List<?> list -> list(body, list);
            default -> throw body.wrong(ACCEPTED, "put the leg's fields in braces");
        };
    }

    static List<Fields> list(Field field, List<?> list) {
        if (list.isEmpty() || list.size() > Signal.MAX_LEGS) {
            throw tooMany(field.name(), list.size());
        }
        var legs = new ArrayList<Fields>();
        for (Object member : list) {
            String name = "%s[%d]".formatted(field.name(), legs.size());
            if (!(member instanceof Map<?, ?> object)) {
                throw Refusal.wrong(
                        name, String.valueOf(member), "a leg", "put the leg's fields in braces");
            }
            legs.add(Fields.of(object, name + "."));
        }
        return legs;
    }

    private static void checkCount(Fields envelope, int count) {
        if (count > Signal.MAX_LEGS) {
            throw tooMany(envelope.has("signal") ? "signal" : "signal_legs", count);
        }
    }

    private static Refusal tooMany(String field, int count) {
        return Refusal.wrong(field, count + " legs", ACCEPTED, "send more in several signals");
    }
}
