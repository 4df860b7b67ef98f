package com.mathematricks.collector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

    private static WebhookBody read(byte[] bytes) {
        return WebhookBody.read(new ByteArrayInputStream(bytes), STILL, WITHIN);
    }

    @Test
    void takesExactlyTheLimitAndNotAByteMore() {
        assertThat(read(new byte[WebhookBody.LIMIT])).isInstanceOf(WebhookBody.Text.class);
        assertThat(read(new byte[WebhookBody.LIMIT + 1])).isEqualTo(new WebhookBody.TooLong());
        assertThat(read(new byte[0])).isEqualTo(new WebhookBody.Text(""));
    }

    @Test
    void stopsReadingAtTheLimit() {
        var endless =
                new InputStream() {
                    long given;

                    @Override
                    public int read() {
                        given++;
                        return 'x';
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        given += length;
                        return length;
                    }
                };

        assertThat(WebhookBody.read(endless, STILL, WITHIN)).isEqualTo(new WebhookBody.TooLong());
        assertThat(endless.given).isLessThanOrEqualTo(WebhookBody.LIMIT + 1);
    }

    @Test
    void decodesStrictlyAndDropsAByteOrderMark() {
        assertThat(read("\uFEFF{\"a\":\"é😀\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new WebhookBody.Text("{\"a\":\"é😀\"}"));
        assertThat(read(new byte[] {'a', (byte) 0xC3}))
                .isEqualTo(new WebhookBody.NotUtf8("a\uFFFD"));
        // An overlong slash and half of a surrogate pair are no UTF-8 either.
        assertThat(read(new byte[] {(byte) 0xC0, (byte) 0xAF}))
                .isInstanceOf(WebhookBody.NotUtf8.class);
        assertThat(read(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isInstanceOf(WebhookBody.NotUtf8.class);
    }

    @Test
    void givesUpOnABodyThatDrips() {
        var seconds = new AtomicLong();
        InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
        var dripping =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        buffer[offset] = 'x';
                        return 1;
                    }
                };

        assertThat(WebhookBody.read(dripping, clock, WITHIN)).isEqualTo(new WebhookBody.Broken());
    }

    @Test
    void takesALostConnectionForABrokenBody() {
        var lost =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        throw new IOException("reset");
                    }
                };

        assertThat(WebhookBody.read(lost, STILL, WITHIN)).isEqualTo(new WebhookBody.Broken());
    }
}
