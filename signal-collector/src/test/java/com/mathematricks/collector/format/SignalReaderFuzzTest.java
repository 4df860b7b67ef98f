package com.mathematricks.collector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Whatever arrives ends in a reading, and masking a message never changes what is read from it.
class SignalReaderFuzzTest {

    private static final long SEED = 20261123;
    private static final int MUTATIONS = 100;
    private static final Instant NOW = Instant.parse("2026-11-23T14:30:05Z");
    private static final List<String> SPLINTERS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    "'",
                    "“",
                    ",",
                    ":",
                    "=",
                    ";",
                    "\n",
                    "\\",
                    "\\u0000",
                    "{{",
                    "}}",
                    "{{close}}",
                    "null",
                    "true",
                    "NaN",
                    "na",
                    "1,000",
                    "1e400",
                    "-0",
                    "1e2147483647",
                    "9".repeat(60),
                    "0.".concat("0".repeat(50)) + "1",
                    "\uD83D",
                    "\uD83D\uDE00",
                    "\u0000",
                    "if ",
                    "<=",
                    "passphrase",
                    "\"passphrase\": \"x\",",
                    "signal",
                    "signal_legs",
                    "legs",
                    "stop_loss",
                    "trigger",
                    "sentiment",
                    "type",
                    "options",
                    "price",
                    "20280121",
                    "2028-01-21",
                    "AAPL280121C00200000",
                    "AAPL 2028-01-21 0 C",
                    "99999999999999999999-01-01",
                    "strategy",
                    "bar");

    @Test
    void everyMutationOfEveryExampleEndsInAReading() {
        var random = new Random(SEED);
        List<Example> examples = Example.all();
        for (Example example : examples) {
            for (int n = 0; n < MUTATIONS; n++) {
                String body = mutated(example, examples, random);
                assertThatCode(() -> check(body))
                        .as("seed %d, %s, mutation %d: %s", SEED, example, n, body)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void check(String body) {
        Reading reading = SignalReader.read(body, null, NOW);
        String masked = SecretMask.mask(body);
        assertThat(SecretMask.mask(masked)).isEqualTo(masked);
        switch (reading) {
            case Reading.Wish(ParsedSignal signal) -> {
                assertThat(signal.legs()).isNotEmpty();
                // A secret's name within a value is masked too, which may change that value.
                if (!signal.canonicalBody().contains("passphrase")) {
                    var again = (Reading.Wish) SignalReader.read(masked, null, NOW);
                    assertThat(again.signal().legs()).isEqualTo(signal.legs());
                    assertThat(again.signal().canonicalBody()).isEqualTo(signal.canonicalBody());
                }
            }
            case Reading.PriceAlert(ParsedPrice price) ->
                    assertThat(price.price().value()).isPositive();
            case Reading.Refused(FieldError error, var _) -> {
                assertThat(error.field()).isNotBlank();
                assertThat(error.text()).startsWith("Field ").endsWith(".").doesNotContain("\n");
                if (error.value() != null) {
                    assertThat(error.value().length()).isLessThanOrEqualTo(80);
                }
            }
        }
        checkAsDocument(body);
    }

    private static void checkAsDocument(String body) {
        Document document;
        try {
            document = Document.parse(body);
        } catch (RuntimeException e) {
            // Most mutations are no document; only those that are matter here.
            return;
        }
        assertThat(SignalReader.read(document, null, NOW)).isNotNull();
        assertThat(SecretMask.mask(document)).isNotNull();
    }

    private static String mutated(Example example, List<Example> examples, Random random) {
        var body = new StringBuilder(example.body());
        int changes = 1 + random.nextInt(4);
        for (int n = 0; n < changes; n++) {
            int at = random.nextInt(body.length() + 1);
            int end = Math.min(body.length(), at + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> body.delete(at, end);
                case 1 -> body.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 2 -> body.replace(at, end, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 3 -> body.insert(at, (char) random.nextInt(0x250));
                default -> {
                    String other = examples.get(random.nextInt(examples.size())).body();
                    int from = random.nextInt(other.length());
                    int to = Math.min(other.length(), from + random.nextInt(60));
                    body.insert(at, other, from, to);
                }
            }
        }
        return body.toString();
    }
}
