package com.mathematricks.collector.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"passphrase\": \"hunter2\", \"qty\": 5} | {\"passphrase\": \"***\", \"qty\": 5}",
                "{\"PassPhrase\":\"a\\\"hunter2\"} | {\"PassPhrase\":\"***\"}",
                "{\"a\": [{\"webhookSecret\": 12345}]} | {\"a\": [{\"webhookSecret\": \"***\"}]}",
                "{\"api_key\": {\"x\": [\"hunter2\"]}, \"b\": 1} | {\"api_key\": \"***\", \"b\": 1}",
                "{\"apiKey\": null, \"b\": 1} | {\"apiKey\": \"***\", \"b\": 1}",
                "{\"pass\\u0070hrase\": \"hunter2\"} | {\"pass\\u0070hrase\": \"***\"}",
                "{\"comment\": \"password=hunter2\"} | {\"comment\": \"password=***\"}",
                "{\"m\": \"{\\\"token\\\": \\\"hunter2\\\"}\"} | {\"m\": \"{\\\"token\\\": \\\"***\\\"}\"}",
                "{\"password_hint\": \"none\"} | {\"password_hint\": \"none\"}",
                "symbol=AAPL; passphrase=hunter2 and more; qty=5 | symbol=AAPL; passphrase=***; qty=5",
                "BOT_TOKEN = hunter2 | BOT_TOKEN = ***",
                "{“passphrase”: “hunter2”, “qty”: 5} | {“passphrase”: “***”, “qty”: 5}",
                "{'passphrase': 'hunter2', 'qty': 5,} | {'passphrase': '***', 'qty': 5,}",
                "{\"passphrase\": hunter2, \"qty\": 5 | {\"passphrase\": ***, \"qty\": 5",
                "{\"passphrase\" \"hunter2\", \"qty\": 5} | {\"passphrase\" \"***\", \"qty\": 5}",
                "{\"qty\": 5, \"passphrase\": \"hunter2 | {\"qty\": 5, \"passphrase\": \"***",
                "{\"qty\": 5, \"secret\": [\"hunter2\", | {\"qty\": 5, \"secret\": ***",
                "Magic token: order buy @ 1 filled on AAPL. New strategy position is 1 | Magic token: order buy @ 1 filled on AAPL. New strategy position is 1",
                "passphrase=; qty=5 | passphrase=; qty=5",
                "order buy @ 1 filled on AAPL | order buy @ 1 filled on AAPL",
            })
    void masksTheValueAndNothingElse(String text, String masked) {
        assertThat(SecretMask.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"passphrase\": \"hunter2\", \"ticker\": \"AAPL\", \"action\": \"byu\"}",
                "passphrase=hunter2; symbol=AAPL; buy",
                "passphrase: hunter2",
                "{\"passphrase\": {\"a\": \"hunter2\"}, \"ticker\": \"AAPL\", \"action\": \"buy\"}",
                "{\"passphrase\": \"a\", \"passphrase\": \"hunter2\"}",
                "{“passphrase”: “hunter2”}",
            })
    void noErrorShowsASecret(String body) {
        var refused = (Reading.Refused) SignalReader.read(body, null, Instant.EPOCH);

        assertThat(refused.toString()).doesNotContain("hunter2");
    }

    @Test
    void masksDocumentsOfAnyNesting() {
        var document =
                new Document("passphrase", "hunter2")
                        .append("n", 5)
                        .append("raw", "{\"passphrase\": \"hunter2\"}")
                        .append("legs", List.of(new Document("token", 7).append("qty", 1)));

        assertThat(SecretMask.mask(document))
                .isEqualTo(
                        new Document("passphrase", "***")
                                .append("n", 5)
                                .append("raw", "{\"passphrase\": \"***\"}")
                                .append(
                                        "legs",
                                        List.of(new Document("token", "***").append("qty", 1))));
    }
}
