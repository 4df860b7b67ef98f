package com.mathematricks.engine.store;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.journal.Decision;
import com.mathematricks.engine.journal.Entry;
import com.mathematricks.engine.journal.Fill;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.performance.ClosedDay;
import com.mathematricks.engine.performance.Return;
import com.mathematricks.engine.position.Position;
import com.mathematricks.model.money.Price;
import com.mathematricks.service.store.Collections;
import com.mathematricks.service.store.Documents;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/// One change as the document that others read; the fields are those of the read API.
record DerivedDocument(String collection, Object id, Document fields) {

    /// Null where the change has no document of its own.
    static @Nullable DerivedDocument of(Change change, Entry entry) {
        return switch (change) {
            case Change.Decided(Decision decision) ->
                    new DerivedDocument(
                            Collections.SIGNAL_DECISIONS,
                            decision.key().value(),
                            without(Documents.of(decision), "key")
                                    .append("at", Date.from(entry.at())));
            case Change.CheckedAtOpen checked ->
                    new DerivedDocument(
                            Collections.SIGNAL_DECISIONS,
                            checked.signal().value(),
                            new Document(
                                    "atOpen",
                                    without(without(Documents.of(checked), "signal"), "type")
                                            .append("at", Date.from(entry.at()))));
            case Change.OrderPut(Order order) ->
                    new DerivedDocument(Collections.ORDERS, order.id().value(), fields(order));
            case Change.FillAdded(Fill fill) ->
                    new DerivedDocument(Collections.FILLS, fill.key(), fields(fill));
            case Change.PositionPut(Position position) ->
                    new DerivedDocument(
                            Collections.POSITIONS, position.key().toString(), fields(position));
            case Change.BalancePut(AccountBalance balance) ->
                    new DerivedDocument(
                            Collections.ACCOUNTS, balance.id().value(), fields(balance));
            case Change.StatePut(var state) ->
                    new DerivedDocument(
                            Collections.TRADING_STATES,
                            state.scope().value(),
                            // Null too, once the account is accepted.
                            without(Documents.of(state), "scope")
                                    .append("restoredFrom", date(state.restoredFrom())));
            case Change.DayClosed(ClosedDay day) ->
                    new DerivedDocument(
                            Collections.PNL_HISTORY,
                            day.scope() + "|" + day.date(),
                            fields(day).append("at", Date.from(entry.at())));
            case Change.EngineStarted _,
                    Change.CommandDone _,
                    Change.InstrumentUsed _,
                    Change.CashMoved _,
                    Change.BaselinePut _,
                    Change.BaselineDropped _,
                    Change.FlattenedByTime _,
                    Change.Noted _ ->
                    null;
        };
    }

    private static Document fields(Order order) {
        var terms = order.terms();
        var progress = order.progress();
        var document = new Document();
        put(document, "clientOrderId", order.id().value());
        put(document, "brokerOrderId", text(progress.brokerOrderId()));
        put(document, "signalId", order.origin().signalId());
        put(document, "signalKey", text(order.origin().signal()));
        put(document, "command", order.origin().command());
        put(document, "strategy", order.strategy().value());
        put(document, "account", order.account().value());
        put(document, "instrument", terms.instrument().value());
        put(document, "side", terms.side().name());
        put(document, "type", terms.type().name());
        put(document, "quantity", new Decimal128(terms.quantity().units()));
        put(document, "limitPrice", decimal(terms.limitPrice()));
        put(document, "stopPrice", decimal(terms.stopPrice()));
        put(document, "trail", text(terms.trail()));
        put(document, "timeInForce", terms.timeInForce().name());
        put(document, "role", terms.role().name());
        put(document, "status", order.status().name());
        put(document, "filledQuantity", new Decimal128(progress.filled().units()));
        put(
                document,
                "averagePrice",
                order.averagePrice().map(DerivedDocument::decimal).orElse(null));
        // Set though null: an order that was UNKNOWN loses its reason when it fills.
        document.append("reason", progress.reason());
        // Set though null: one that was sent waits no more.
        document.append("waitsUntil", date(waitsUntil(order)));
        put(document, "createdAt", Date.from(progress.createdAt()));
        put(document, "updatedAt", Date.from(progress.updatedAt()));
        return document;
    }

    private static @Nullable Instant waitsUntil(Order order) {
        OpenWait wait = order.plan().market();
        return wait == null || !order.waitsForOpen() ? null : wait.until();
    }

    private static Document fields(Fill fill) {
        Document document =
                without(Documents.of(fill), "key")
                        .append("id", fill.key())
                        .append("clientOrderId", fill.order().value())
                        .append("fee", new Decimal128(fill.fee().amount()))
                        .append("currency", fill.fee().currency().code())
                        .append("realizedPnl", new Decimal128(fill.realizedPnl().amount()));
        put(document, "signalKey", text(fill.signal()));
        document.remove("order");
        document.remove("signal");
        return document;
    }

    private static Document fields(Position position) {
        return new Document("account", position.key().account().value())
                .append("strategy", position.key().strategy().value())
                .append("instrument", position.key().instrument().value())
                .append("quantity", new Decimal128(position.quantity().units()))
                .append(
                        "averagePrice",
                        position.averagePrice().map(DerivedDocument::decimal).orElse(null))
                .append("totalCost", new Decimal128(position.totalCost().amount()))
                .append("realizedPnl", new Decimal128(position.realizedPnl().amount()))
                .append("fees", new Decimal128(position.fees().amount()))
                .append("currency", position.realizedPnl().currency().code())
                .append("updatedAt", Date.from(position.updatedAt()));
    }

    private static Document fields(AccountBalance balance) {
        return new Document("id", balance.id().value())
                .append("broker", balance.broker().name())
                .append("currency", balance.currency().code())
                .append("cash", new Decimal128(balance.cash().amount()))
                .append("flows", new Decimal128(balance.flows().amount()))
                .append("realizedPnl", new Decimal128(balance.realized().amount()))
                .append("fees", new Decimal128(balance.fees().amount()));
    }

    private static Document fields(ClosedDay day) {
        var document =
                new Document("scope", day.scope().value())
                        .append("date", day.date().toString())
                        .append("currency", day.equity().currency().code())
                        .append("equity", new Decimal128(day.equity().amount()))
                        .append("paidIn", new Decimal128(day.paidIn().amount()))
                        .append("flows", new Decimal128(day.flows().amount()))
                        .append("pnl", new Decimal128(day.pnl().amount()));
        Return growth = day.growth();
        put(document, "return", growth == null ? null : new Decimal128(growth.fraction()));
        put(document, "gapDays", day.gapDays() == 0 ? null : day.gapDays());
        return document;
    }

    private static Document without(Document document, String field) {
        document.remove(field);
        return document;
    }

    private static void put(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Decimal128 decimal(@Nullable Price price) {
        return price == null ? null : new Decimal128(price.value());
    }
}
