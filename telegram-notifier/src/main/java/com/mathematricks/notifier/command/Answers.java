package com.mathematricks.notifier.command;

import static com.mathematricks.notifier.message.Amounts.money;
import static com.mathematricks.notifier.message.Amounts.number;
import static com.mathematricks.notifier.message.Amounts.percent;
import static com.mathematricks.notifier.message.Amounts.plain;
import static com.mathematricks.notifier.message.Amounts.signed;

import com.mathematricks.notifier.message.Text;
import com.mathematricks.service.store.Collections;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/// Answers to what the owner asks, read from what the services wrote down.
final class Answers {

    private static final int MOST_SIGNALS = 10;

    /// Numbers may have gaps, and a counter may come back with a backup.
    private static final int LOOKED_BACK = 1_000;

    private static final Duration SILENT = Duration.ofSeconds(30);

    private final MongoDatabase store;
    private final Book book;
    private final Clock clock;

    Answers(MongoDatabase store, Book book, Clock clock) {
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    Text status() {
        var lines = new ArrayList<String>();
        for (Document service : book.all(Collections.SERVICE_STATUS)) {
            boolean silent =
                    service.getDate("at").toInstant().isBefore(clock.instant().minus(SILENT));
            String did = service.getString("lastDid");
            lines.add(
                    "%s: %s%s"
                            .formatted(
                                    service.getString("_id"),
                                    silent ? "DOWN" : service.getString("health"),
                                    did.isEmpty() ? "" : ", " + did));
        }
        List<Document> states = book.states();
        lines.add("");
        if (states.isEmpty()) {
            lines.add("Trading: ACTIVE");
        }
        states.forEach(state ->
                lines.add(
                        "Trading of %s: %s, %s"
                                .formatted(
                                        state.getString("_id"),
                                        state.getString("state"),
                                        state.getString("cause"))));
        lines.add(
                "%d open positions, %d working orders"
                        .formatted(book.positions().size(), book.workingOrders().size()));
        return new Text("Status", lines);
    }

    Text balance() {
        List<String> lines =
                book.all(Collections.ACCOUNTS).stream()
                        .map(account ->
                                "%s: equity %s %s, cash %s, unrealized %s, fees %s"
                                        .formatted(
                                                account.getString("_id"),
                                                money(account, "equity"),
                                                account.getString("currency"),
                                                money(account, "cash"),
                                                signed(account, "unrealizedPnl"),
                                                money(account, "fees")))
                        .toList();
        return listed("Balance", lines, "There is no account yet.");
    }

    Text positions() {
        List<String> lines =
                book.positions().stream()
                        .map(position ->
                                "%s: %s at %s, unrealized %s %s"
                                        .formatted(
                                                position.getString("strategy"),
                                                held(position),
                                                plain(position, "averagePrice"),
                                                signed(position, "unrealizedPnl"),
                                                position.getString("currency")))
                        .toList();
        return listed("Positions", lines, "No position is open.");
    }

    static String held(Document position) {
        BigDecimal quantity = Objects.requireNonNull(number(position, "quantity"));
        return "%s %s %s"
                .formatted(
                        quantity.signum() > 0 ? "long" : "short",
                        quantity.abs().toPlainString(),
                        position.getString("instrument"));
    }

    Text orders() {
        List<String> lines = book.workingOrders().stream().map(Answers::order).toList();
        return listed("Working orders", lines, "No order is working.");
    }

    static String order(Document order) {
        String limit =
                order.get("limitPrice") == null ? "" : " limit " + plain(order, "limitPrice");
        String stop = order.get("stopPrice") == null ? "" : " stop " + plain(order, "stopPrice");
        return "%s: %s %s %s%s%s, %s, %s"
                .formatted(
                        order.getString("strategy"),
                        order.getString("side"),
                        plain(order, "quantity"),
                        order.getString("instrument"),
                        limit,
                        stop,
                        order.getString("status"),
                        order.getString("_id"));
    }

    Text signals() {
        List<String> lines = new ArrayList<>();
        store.getCollection(Collections.TRADING_SIGNALS)
                .find(Filters.gte("intake.sequence", reached() - LOOKED_BACK))
                .sort(Sorts.descending("intake.sequence"))
                .limit(MOST_SIGNALS)
                .forEach(signal -> lines.add(signal(signal)));
        return listed("Latest signals", lines, "No signal has come yet.");
    }

    /// The collector notes now and then what number it has given: the newest are above it.
    private long reached() {
        Document collector =
                store.getCollection(Collections.STREAM_POSITIONS)
                        .find(Filters.eq("_id", "signal-collector"))
                        .first();
        return collector != null && collector.get("sequence") instanceof Number number
                ? number.longValue()
                : 0;
    }

    private String signal(Document signal) {
        Document intake = signal.get("intake", new Document());
        String status = String.valueOf(intake.getString("status"));
        Document answer = intake.get("answer", Document.class);
        return "%s %s %s: %s"
                .formatted(
                        Times.shown(intake.getDate("receivedAt"), clock),
                        Objects.requireNonNullElse(intake.getString("strategy"), "–"),
                        Objects.requireNonNullElse(intake.getString("signalId"), "–"),
                        answer == null ? status : outcome(answer));
    }

    /// The code only where it says more.
    private static String outcome(Document answer) {
        String outcome = answer.getString("outcome");
        String code = answer.getString("code");
        return outcome.equals(code) ? outcome : outcome + " " + code;
    }

    Text pnl() {
        var lines = new ArrayList<String>();
        for (Document account : book.all(Collections.ACCOUNTS)) {
            lines.add(
                    "%s now: realized %s, unrealized %s, fees %s %s"
                            .formatted(
                                    account.getString("_id"),
                                    signed(account, "realizedPnl"),
                                    signed(account, "unrealizedPnl"),
                                    money(account, "fees"),
                                    account.getString("currency")));
        }
        history("total", 7).forEach(day -> lines.add(day(day)));
        return listed("P&L", lines, "There is nothing yet.");
    }

    private static String day(Document day) {
        return "%s: %s %s, %s, equity %s"
                .formatted(
                        day.getString("date"),
                        signed(day, "pnl"),
                        day.getString("currency"),
                        percent(number(day, "return")),
                        money(day, "equity"));
    }

    private List<Document> history(String scope, int most) {
        return store.getCollection(Collections.PNL_HISTORY)
                .find(Filters.eq("scope", scope))
                .sort(Sorts.descending("date"))
                .limit(most)
                .into(new ArrayList<>());
    }

    Text strategies() {
        List<String> lines =
                book.strategies().stream()
                        .map(strategy -> {
                            String name = strategy.getString("_id");
                            return "%s: %s, account %s, %s"
                                    .formatted(
                                            name,
                                            strategy.getBoolean("archived", false)
                                                    ? "archived"
                                                    : book.state("strategy " + name),
                                            strategy.getString("account"),
                                            strategy.getString("mode"));
                        })
                        .toList();
        return listed("Strategies", lines, "There is no strategy yet.");
    }

    private static Text listed(String title, List<String> lines, String none) {
        return new Text(title, lines.isEmpty() ? List.of(none) : lines);
    }
}
