package com.mathematricks.collector.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/// The body of a post. What it says it is (the content type) does not matter.
sealed interface WebhookBody {

    int LIMIT = 64 * 1024;

    record Text(String text) implements WebhookBody {}

    /// @param readable with marks in place of what is no UTF-8
    record NotUtf8(String readable) implements WebhookBody {}

    record TooLong() implements WebhookBody {}

    /// Did not come to its end.
    record Broken() implements WebhookBody {}

    /// @param within how long the whole body may take, however slowly it drips
    static WebhookBody read(InputStream in, InstantSource clock, Duration within) {
        Instant latest = clock.instant().plus(within);
        byte[] bytes = new byte[LIMIT + 1];
        int length = 0;
        try {
            int read = in.read(bytes, 0, bytes.length);
            while (read >= 0) {
                length += read;
                if (length > LIMIT) {
                    return new TooLong();
                }
                if (clock.instant().isAfter(latest)) {
                    return new Broken();
                }
                read = in.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            return new Broken();
        }
        return decode(Arrays.copyOf(bytes, length));
    }

    static WebhookBody decode(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return new NotUtf8(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// As far as it can be shown.
    default String shown() {
        return switch (this) {
            case Text(var text) -> text;
            case NotUtf8(var readable) -> readable;
            case TooLong() -> "";
            case Broken() -> "";
        };
    }
}
