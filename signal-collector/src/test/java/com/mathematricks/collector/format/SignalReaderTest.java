package com.mathematricks.collector.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.model.settings.WireFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:30:05Z");

    @Test
    void readsAnOutsideDocumentWithTheTypesOfBson() {
        var document =
                new Document("_id", new ObjectId())
                        .append("intake", new Document("sequence", 1L))
                        .append("strategy_name", "demo")
                        .append("timestamp", Date.from(NOW))
                        .append(
                                "signal",
                                List.of(
                                        new Document("ticker", "AAPL")
                                                .append("action", "BUY")
                                                .append("qty", 5)
                                                .append(
                                                        "price",
                                                        new Decimal128(new BigDecimal("190.10"))),
                                        new Document("ticker", "MSFT")
                                                .append("action", "BUY")
                                                .append("qty", 0.5)
                                                .append("price", 420L)));

        Map<String, String> read = Description.of(SignalReader.read(document, null, NOW));

        assertThat(read)
                .containsEntry("strategy", "demo")
                .containsEntry("sentAt", NOW.toString())
                .containsEntry("quantity", "5")
                .containsEntry("price", "190.1")
                .containsEntry("2.quantity", "0.5")
                .containsEntry("2.price", "420");
    }

    @Test
    void readsTheTextOfAnOutsideDocument() {
        var document = new Document("_id", 7).append("raw", "symbol=AAPL; action=buy; qty=5");

        assertThat(Description.of(SignalReader.read(document, null, NOW)))
                .containsEntry("format", "KEY_VALUE")
                .containsEntry("quantity", "5");
    }

    @Test
    void refusesADocumentThatIsNoSignal() {
        var document = new Document("_id", 7).append("hello", List.of(1, new Document()));

        assertThat(refused(SignalReader.read(document, null, NOW)).field()).isEqualTo("action");
    }

    @Test
    void theSameMessageSentAgainHasTheSameCanonicalBody() {
        String first =
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"contracts\":\"5\",\"timenow\":\"2026-11-23T14:30:00Z\",\"passphrase\":\"a\"}";
        String again =
                "{\"passphrase\":\"b\", \"timenow\":\"2026-11-23T14:30:05Z\", \"contracts\":5, \"action\":\"buy\", \"ticker\":\"AAPL\"}";
        String other = "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"contracts\":\"6\"}";

        assertThat(wish(again).canonicalBody()).isEqualTo(wish(first).canonicalBody());
        assertThat(wish(other).canonicalBody()).isNotEqualTo(wish(first).canonicalBody());
    }

    @Test
    void takesTheSendTimeFromTheMostTrustedField() {
        String body =
                """
                {"ticker": "AAPL", "action": "buy", "time": "2020-01-01T00:00:00Z",
                 "timenow": "2026-11-23T14:30:03Z", "timestamp": "2026-11-23 14:30:02",
                 "signal_sent_EPOCH": %s}
                """;

        // 1795444201 s after 1970 is 2026-11-23T14:30:01Z.
        assertThat(wish(body.formatted("1795444201")).sentAt()).isEqualTo("2026-11-23T14:30:01Z");
        assertThat(wish(body.formatted("\"1795444201500\"")).sentAt())
                .isEqualTo("2026-11-23T14:30:01.500Z");
        assertThat(wish(body.formatted("null")).sentAt()).isEqualTo("2026-11-23T14:30:02Z");
    }

    @Test
    void aRefusalStillTellsWhoSentIt() {
        var sound =
                labels(
                        "{\"strategy\": \"demo\", \"passphrase\": \"pass word\", \"signalID\": 7, \"action\": \"byu\"}");
        var broken =
                labels("{“strategy_name”: “demo”, “passphrase”: “pass word”, \"signal_id\": 7,}");
        var pairs = labels("strategy=demo; passphrase=pass; signal_id=7; buy");

        assertThat(sound).isEqualTo(new Labels("demo", "7", "pass word", null));
        assertThat(broken).isEqualTo(new Labels("demo", "7", "pass word", null));
        assertThat(pairs).isEqualTo(new Labels("demo", "7", "pass", null));
    }

    @Test
    void aStrategyMayAcceptOneFormatOnly() {
        String body = "{\"ticker\": \"AAPL\", \"action\": \"buy\", \"qty\": 5}";

        assertThat(SignalReader.read(body, WireFormat.TRADINGVIEW, NOW))
                .isInstanceOf(Reading.Wish.class);
        assertThat(refused(SignalReader.read(body, WireFormat.ENVELOPE, NOW)).field())
                .isEqualTo("format");
        assertThat(
                        SignalReader.read(
                                "{\"type\": \"price\", \"ticker\": \"AAPL\", \"price\": 190}",
                                WireFormat.ENVELOPE,
                                NOW))
                .isInstanceOf(Reading.PriceAlert.class);
    }

    @Test
    void refusesTenThousandLegs() {
        String legs = "{\"ticker\":\"A\",\"action\":\"BUY\",\"qty\":1},".repeat(1200);
        String body = "{\"signal_legs\": [" + legs.substring(0, legs.length() - 1) + "]}";

        FieldError error = refused(SignalReader.read(body, null, NOW));

        assertThat(error.field()).isEqualTo("signal_legs");
        assertThat(error.value()).isEqualTo("1200 legs");
        var document =
                new Document(
                        "signal_legs", Collections.nCopies(10_000, new Document("ticker", "A")));
        assertThat(refused(SignalReader.read(document, null, NOW)).value()).isEqualTo("10000 legs");
    }

    @Test
    void refusesLegsOfSeveralOptionsBeyondSixteen() {
        String legs =
                "{\"strike\": 200, \"expiry\": \"20280121\", \"right\": \"C\", \"action\": \"BUY\", \"quantity\": 1},"
                        .repeat(9);
        String option =
                "{\"instrument_type\": \"OPTION\", \"underlying\": \"AAPL\", \"legs\": ["
                        + legs.substring(0, legs.length() - 1)
                        + "]}";

        FieldError error = refused(read("{\"signal\": [" + option + "," + option + "]}"));

        assertThat(error.field()).isEqualTo("signal");
        assertThat(error.value()).isEqualTo("18 legs");
    }

    @Test
    void theDirectionOfASpreadIsOfNoLeg() {
        String body =
                """
                {"signal_type": "ENTRY", "signal": {"instrument_type": "OPTION", "underlying": "AAPL",
                 "direction": "LONG", "action": "BUY", "quantity": 1, "legs": [
                  {"strike": 200, "expiry": "20280121", "right": "C", "action": "BUY", "quantity": 2},
                  {"strike": 210, "expiry": "20280121", "right": "P", "action": "SELL", "quantity": 3}]}}
                """;

        assertThat(Description.of(read(body)))
                .containsEntry("legs", "2")
                .containsEntry("side", "BUY")
                .containsEntry("quantity", "2")
                .containsEntry("2.side", "SELL")
                .containsEntry("2.quantity", "3");
        assertThat(
                        refused(
                                        read(
                                                body.replace(
                                                        "\"BUY\", \"quantity\": 1,",
                                                        "\"SELL\", \"quantity\": 1,")))
                                .field())
                .isEqualTo("signal.action");
    }

    @Test
    void aDirectionWithoutASizeIsWhereTheSenderWantsToBe() {
        var read =
                Description.of(
                        read(
                                "{\"ticker\":\"AAPL\",\"action\":\"sell\",\"qty\":5,\"market_position\":\"long\"}"));

        assertThat(read).containsEntry("target", "none").containsEntry("sentiment", "LONG");
    }

    @Test
    void theVolumeOfABarIsNoQuantity() {
        String order = "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"volume\":7";

        assertThat(Description.of(read(order + "}"))).containsEntry("quantity", "7");
        assertThat(Description.of(read(order + ",\"contracts\":5}")))
                .containsEntry("quantity", "5");
        assertThat(Description.of(read(order + ",\"open\":1,\"high\":2,\"low\":1}")))
                .containsEntry("quantity", "none");
    }

    @Test
    void refusesDeepNestingWithoutReadingIt() {
        assertThat(refused(read("{\"signal\":".repeat(1000) + "1" + "}".repeat(1000))).text())
                .contains("20 levels");
        assertThat(refused(read("[".repeat(1000))).field()).isEqualTo("body");
        Document deep = new Document("a", 1);
        for (int n = 0; n < 1000; n++) {
            deep = new Document("a", deep);
        }
        assertThat(refused(SignalReader.read(deep, null, NOW)).field()).isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // numbers
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"qty\":\"12345678901234567890123456789012345\"} | qty",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"price\":\"Infinity\"} | price",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"price\":true} | price",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"price\":{\"a\":1}} | price",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"price\":\"$190\"} | price",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"price\":1e2147483648} | price",
                // instruments
                "{\"ticker\":\"NASDAQ:AAPL\",\"exchange\":\"NYSE\",\"action\":\"buy\"} | exchange",
                "{\"ticker\":\"AAPL, MSFT\",\"action\":\"buy\"} | ticker",
                "{\"ticker\":\"AAPL\",\"symbol\":\"MSFT\",\"action\":\"buy\"} | symbol",
                "{\"ticker\":\"AAPL280121C00200000\",\"strike\":210,\"action\":\"buy\"} | strike",
                "{\"ticker\":\"AAPL240119C00200000\",\"action\":\"buy\"} | ticker",
                "{\"ticker\":\"AAPL280121C00200000\",\"action\":\"buy_put\"} | ticker",
                "{\"signal\":{\"instrument\":\"AAPL\",\"instrument_type\":\"STOCK\",\"expiry\":\"20280121\",\"action\":\"BUY\"}} | signal.expiry",
                "{\"signal\":{\"ticker\":\"AAPL\",\"type\":\"options\",\"strike\":200,\"action\":\"BUY_CALL\"}} | signal.expiry",
                "{\"signal\":{\"ticker\":\"AAPL\",\"type\":\"options\",\"strike\":200,\"expiry\":\"2028-01-21\",\"action\":\"BUY\"}} | signal.right",
                "{\"signal\":{\"instrument\":\"AAPL\",\"instrument_type\":\"STONK\",\"action\":\"BUY\"}} | signal.instrument_type",
                // orders
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"order_type\":\"market\",\"limit_price\":5} | limit_price",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"orderType\":\"limit\",\"price\":5} | limit_price",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"orderType\":\"trailing_stop\"} | trail_amount",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"extendedHours\":true} | extendedHours",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"timeInForce\":\"opg\"} | timeInForce",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"stopLoss\":180} | stopLoss",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"stopLoss\":{\"percent\":1,\"amount\":2}} | stopLoss",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"stopLoss\":{\"type\":\"trailing_stop\",\"percent\":1}} | stopLoss.type",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"takeProfit\":{\"stopPrice\":1,\"percent\":2}} | takeProfit.stopPrice",
                "{\"ticker\":\"AAPL\",\"action\":\"exit\",\"quantityType\":\"percent_of_position\",\"quantity\":101} | quantity",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"quantityType\":\"fixed_quantity\"} | quantity",
                "{\"ticker\":\"AAPL\",\"action\":\"exit\",\"sentiment\":\"long\"} | sentiment",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"stopLoss\":{\"percent\":1},\"stop_loss\":{\"percent\":2}} | stop_loss",
                "{\"signal\":{\"ticker\":\"AAPL\",\"type\":\"options\",\"strike\":200,\"expiry\":\"2028-01-21\",\"action\":\"BUY_CALL\",\"premium\":5,\"order_type\":\"STOP\"}} | signal.stop_price",
                // entries
                "{\"signal_type\":\"SCALE_OUT\",\"signal\":{\"instrument\":\"AAPL\",\"action\":\"SELL\"}} | signal.quantity",
                "{\"signal_type\":\"ENTRY\",\"signal\":{\"instrument\":\"AAPL\",\"action\":\"SELL_ALL\"}} | signal.action",
                "{\"signal_type\":\"EXIT\",\"signal\":{\"instrument\":\"AAPL\",\"signal_type\":\"ENTRY\",\"action\":\"SELL\"}} | signal_type",
                "{\"entry_signal_id\":\"x\",\"signal\":{\"instrument\":\"AAPL\",\"action\":\"SELL\"}} | entry_signal_id",
                "{\"entry_name\":\"x\",\"signal\":{\"instrument\":\"AAPL\",\"action\":\"BUY\"}} | entry_name",
                // positions
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"market_position\":\"flat\",\"market_position_size\":5} | market_position_size",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"market_position\":\"long\",\"market_position_size\":0} | market_position_size",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\",\"market_position\":\"long\",\"position_size\":-5} | position_size",
                // where a field has no business
                "{\"signal\":{\"ticker\":\"AAPL\",\"action\":\"BUY\",\"sentiment\":\"long\"}} | signal.sentiment",
                "{\"signal\":{\"ticker\":\"AAPL\",\"action\":\"BUY\"},\"price\":190} | price",
                "{\"signal\":{\"ticker\":\"AAPL\",\"action\":\"BUY\"},\"signal_legs\":[]} | signal_legs",
                "{\"signal\":\"buy\",\"ticker\":\"AAPL\"} | signal",
                "{\"signal\":[]} | signal",
                "{\"signal\":[5]} | signal[0]",
                "{\"type\":\"price\",\"ticker\":\"AAPL\",\"price\":190,\"action\":\"buy\"} | action",
                "{\"type\":\"price\",\"ticker\":\"AAPL\",\"price\":\"0\"} | price",
                "symbol=AAPL; action=buy; sentiment=flat | sentiment",
                // the message as a whole
                "{\"ticker\":\"AAPL\",\"action\":\"buy\"} {} | body",
                "[{\"ticker\":\"AAPL\",\"action\":\"buy\"}] | body",
                "{\"ticker\":\"AAPL\",\"action\":\"buy\" | body",
                "{\"environment\":\"prod\",\"ticker\":\"AAPL\",\"action\":\"buy\"} | environment",
                "{\"timestamp\":\"yesterday\",\"ticker\":\"AAPL\",\"action\":\"buy\"} | timestamp",
                "{\"signal_sent_EPOCH\":1795444201500000,\"ticker\":\"AAPL\",\"action\":\"buy\"} | signal_sent_EPOCH",
                "{\"account\":\"a b\",\"ticker\":\"AAPL\",\"action\":\"buy\"} | account",
            })
    void refusesNamingTheField(String body, String field) {
        Reading reading = read(body);

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(refused(reading).field()).as(refused(reading).text()).isEqualTo(field);
    }

    private static Reading read(String body) {
        return SignalReader.read(body, null, NOW);
    }

    private static ParsedSignal wish(String body) {
        return ((Reading.Wish) read(body)).signal();
    }

    private static Labels labels(String body) {
        return ((Reading.Refused) read(body)).labels();
    }

    private static FieldError refused(@Nullable Reading reading) {
        if (reading instanceof Reading.Refused(FieldError error, var _)) {
            return error;
        }
        throw new AssertionError("not refused: " + reading);
    }
}
