package com.mathematricks.collector.inbox;

import com.mathematricks.collector.format.FieldError;
import com.mathematricks.model.signal.SignalKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/// Ids of signals: which ones senders may give, and those that we give.
final class SignalIds {

    private static final int GIVEN_BYTES = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SignalIds() {}

    static String given() {
        byte[] bytes = new byte[GIVEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static Optional<FieldError> fault(String field, String id) {
        boolean printable =
                id.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point)
                                        || Character.getType(point) == Character.SURROGATE);
        if (!id.isBlank() && id.length() <= SignalKey.MAX_ID_LENGTH && printable) {
            return Optional.empty();
        }
        String accepted = "1 to " + SignalKey.MAX_ID_LENGTH + " printable characters";
        String shown = storable(id.substring(0, Math.min(id.length(), SignalKey.MAX_ID_LENGTH)));
        return Optional.of(
                new FieldError(field, shown, accepted, field + ": " + accepted + " are accepted"));
    }

    /// What an outside document's `_id` is called as a signal's id.
    static String ofDocument(@Nullable Object documentId) {
        return switch (documentId) {
            case ObjectId objectId -> objectId.toHexString();
            case Binary binary -> HexFormat.of().formatHex(binary.getData());
            case null -> "null";
            default -> String.valueOf(documentId);
        };
    }

    /// Halves of surrogate pairs, which JSON's escapes can smuggle in, become question marks.
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
