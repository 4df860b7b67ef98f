package com.mathematricks.dashboard;

import com.mathematricks.model.money.Currency;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/// Documents as collector and engine write them.
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Fixtures() {}

    public static Decimal128 decimal(String number) {
        return new Decimal128(new BigDecimal(number));
    }

    public static Date at(int second) {
        return Date.from(NOON.plusSeconds(second));
    }

    public static Document signal(int sequence, String strategy, String id, String status) {
        String key = strategy + ":" + id;
        return new Document("_id", key)
                .append("raw", "{\"ticker\": \"AAPL\", \"passphrase\": \"***\"}")
                .append(
                        "intake",
                        new Document("sequence", (long) sequence)
                                .append("source", "WEBHOOK")
                                .append("status", status)
                                .append("key", key)
                                .append("strategy", strategy)
                                .append("signalId", id)
                                .append("receivedAt", at(sequence))
                                .append("format", "TRADINGVIEW")
                                .append("bodyHash", "00")
                                .append("repeats", 2)
                                .append("postedAt", at(sequence + 1)));
    }

    public static Document refused(int sequence) {
        return new Document("_id", "refused:r" + sequence)
                .append("raw", "{\"ticker\": ")
                .append(
                        "intake",
                        new Document("sequence", (long) sequence)
                                .append("source", "WEBHOOK")
                                .append("status", "REFUSED")
                                .append("strategy", "demo")
                                .append("receivedAt", at(sequence))
                                .append("repeats", 0)
                                .append(
                                        "error",
                                        new Document("field", "quantity")
                                                .append("value", "1,000")
                                                .append("accepted", "a number without commas")
                                                .append("text", "quantity: 1,000 has a comma")));
    }

    public static Document decision(String key, String outcome, String code) {
        boolean approved = !outcome.equals("DENIED");
        return new Document("_id", key)
                .append("sequence", 7L)
                .append("at", at(2))
                .append("signalId", key.substring(key.indexOf(':') + 1))
                .append("strategy", "demo")
                .append("account", "paper")
                .append("settingsVersion", 1)
                .append("outcome", outcome)
                .append("code", code)
                .append("reason", approved ? "All checks passed." : "The signal is 300 s old.")
                .append("late", false)
                .append(
                        "checks",
                        List.of(
                                new Document("code", "TRADING_HALTED")
                                        .append("passed", true)
                                        .append("text", "trading is active")
                                        .append("numbers", new Document()),
                                new Document("code", "SIGNAL_STALE")
                                        .append("passed", approved)
                                        .append("text", "age against the limit")
                                        .append(
                                                "numbers",
                                                new Document("age", approved ? "1" : "300")
                                                        .append("limit", "120"))
                                        .append("subject", "AAPL")))
                .append("sizing", List.of("1000 USD ÷ 168.2 = 5.9 rounded down to 5"))
                .append("orders", approved ? List.of("E7A1") : List.of())
                .append("notes", List.of())
                .append("referencePrice", decimal("168.2"))
                .append("receivedAt", at(1))
                .append("decidedAt", at(2));
    }

    /// A closed day, to whose equity 100000 was paid in.
    public static Document day(String scope, String date, String equity) {
        return new Document("_id", scope + "|" + date)
                .append("scope", scope)
                .append("date", date)
                .append("at", Date.from(Instant.parse(date + "T22:00:00Z")))
                .append("currency", "USD")
                .append("equity", decimal(equity))
                .append("paidIn", decimal("100000"))
                .append("flows", decimal("0"))
                .append("pnl", decimal("0"))
                .append("sequence", 9L);
    }

    public static Document order(String id, String signalKey, int second) {
        return new Document("_id", id)
                .append("clientOrderId", id)
                .append("brokerOrderId", "P-1")
                .append("signalId", signalKey.substring(signalKey.indexOf(':') + 1))
                .append("signalKey", signalKey)
                .append("strategy", "demo")
                .append("account", "paper")
                .append("instrument", "AAPL")
                .append("side", "BUY")
                .append("type", "MARKET")
                .append("quantity", decimal("5"))
                .append("timeInForce", "DAY")
                .append("role", "ENTRY")
                .append("status", "FILLED")
                .append("filledQuantity", decimal("5"))
                .append("averagePrice", decimal("168.2168"))
                .append("createdAt", at(second))
                .append("updatedAt", at(second + 1))
                .append("sequence", 8L);
    }

    public static Document fill(String id, String signalKey, int second) {
        return new Document("_id", id)
                .append("clientOrderId", "E7A1")
                .append("signalId", signalKey.substring(signalKey.indexOf(':') + 1))
                .append("signalKey", signalKey)
                .append("strategy", "demo")
                .append("account", "paper")
                .append("instrument", "AAPL")
                .append("side", "BUY")
                .append("quantity", decimal("5"))
                .append("price", decimal("168.2168"))
                .append("fee", decimal("1"))
                .append("currency", "USD")
                .append("priceSource", "SIGNAL")
                .append("at", at(second))
                .append("sequence", 9L);
    }

    public static Document position() {
        return new Document("_id", "paper|demo|AAPL")
                .append("account", "paper")
                .append("strategy", "demo")
                .append("instrument", "AAPL")
                .append("quantity", decimal("-5"))
                .append("averagePrice", decimal("168.2168"))
                .append("totalCost", decimal("841.084"))
                .append("realizedPnl", decimal("0"))
                .append("unrealizedPnl", decimal("-1.5"))
                .append("pricedAt", at(3))
                .append("priceSource", "QUOTE")
                .append("priceStale", true)
                .append("currency", "USD")
                .append("markedAt", at(4))
                .append("sequence", 9L);
    }

    public static Document account() {
        return new Document("_id", "paper")
                .append("broker", "PAPER")
                .append("currency", "USD")
                .append("cash", decimal("1E+5"))
                .append("flows", decimal("100000"))
                .append("realizedPnl", decimal("0"))
                .append("unrealizedPnl", decimal("-1.5"))
                .append("fees", decimal("1"))
                .append("equity", decimal("99997.5"))
                .append("state", "ACTIVE")
                .append("markedAt", at(4))
                .append("sequence", 9L);
    }

    public static Document journalEntry(long sequence) {
        return new Document("_id", sequence)
                .append("epoch", "E7")
                .append("at", at((int) sequence))
                .append("writer", "w1")
                .append("kind", "FILLED")
                .append("key", "seq:" + sequence)
                .append("account", "paper")
                .append(
                        "changes",
                        List.of(
                                new Document("quantity", decimal("5"))
                                        .append("price", decimal("168.20"))
                                        .append("at", at(3))));
    }

    public static Document service(String name, Instant at) {
        return new Document("_id", name)
                .append("version", "0.1.0")
                .append("startedAt", at(0))
                .append("at", Date.from(at))
                .append("health", "UP")
                .append("lastDid", "decided demo:1");
    }

    /// One approved and filled signal, one denied, one refused, one repeat.
    public static void fill(TestStore store) {
        store.insert(
                Collections.TRADING_SIGNALS,
                signal(1, "demo", "a1", "DECIDED"),
                signal(2, "demo", "a2", "DECIDED"),
                refused(3));
        store.insert(
                Collections.SIGNAL_DECISIONS,
                decision("demo:a1", "APPROVED", "APPROVED"),
                decision("demo:a2", "DENIED", "SIGNAL_STALE"));
        store.insert(Collections.ORDERS, order("E7A1", "demo:a1", 2));
        store.insert(Collections.FILLS, fill("paper|AAPL|F1", "demo:a1", 3));
        store.insert(Collections.POSITIONS, position());
        store.insert(Collections.ACCOUNTS, account());
        store.insert(Collections.JOURNAL, journalEntry(1), journalEntry(2));
    }

    /// Settings of a paper account in dollars.
    public static Document accountSettings(String id) {
        var settings =
                new AccountSettings(
                        new AccountId(id),
                        1,
                        NOON,
                        BrokerName.PAPER,
                        new Currency("USD"),
                        new BigDecimal("100000"),
                        true,
                        MarketHours.KEEP,
                        Limits.UNSET);
        Document document = new Document("_id", id);
        document.putAll(Documents.of(settings));
        return document;
    }
}
