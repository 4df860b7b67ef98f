package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.PaperSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A paper account that trades AAPL: its market moves word by word, and what it tells is kept in
/// words.
final class PaperStory implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T15:00:00Z");

    /// DAY orders end here, and each day after.
    static final Instant DAY_END = START.plus(Duration.ofHours(6));

    private static final Instrument AAPL =
            InstrumentFile.load(null).find(new InstrumentId("AAPL")).orElseThrow();

    private final TestStore database = TestStore.open(PaperStore.ORDERS, PaperStore.ACCOUNTS);
    private final TestClock clock = new TestClock(START.toString());
    private final PriceBook prices = new PriceBook();
    private final List<String> told = new ArrayList<>();
    private final PaperSettings settings;
    private PaperBroker broker;

    PaperStory() {
        this(PaperSettings.DEFAULT);
    }

    PaperStory(PaperSettings settings) {
        this.settings = settings;
        broker = connected();
    }

    private PaperBroker connected() {
        PaperBroker opened = opened();
        opened.connect(report -> words(report).ifPresent(told::add));
        return opened;
    }

    /// A new connection to the same account, not connected yet.
    PaperBroker opened() {
        var account =
                new AccountSettings(
                        TestOrder.ACCOUNT,
                        1,
                        START,
                        BrokerName.PAPER,
                        Currency.USD,
                        new BigDecimal("100000"),
                        true,
                        MarketHours.KEEP,
                        new Limits(Map.of(), null),
                        settings);
        return new PaperBroker(
                account,
                database.database(),
                prices,
                PaperFees.load(null),
                PaperStory::dayEnd,
                clock);
    }

    private static Instant dayEnd(Instrument instrument, Instant moment) {
        Instant end = DAY_END;
        while (!end.isAfter(moment)) {
            end = end.plus(Duration.ofDays(1));
        }
        return end;
    }

    private static Optional<String> words(BrokerReport report) {
        return switch (report) {
            case BrokerReport.Accepted _ -> Optional.empty();
            case BrokerReport.Filled(BrokerFill fill) ->
                    Optional.of(
                            "%s filled %s at %s"
                                    .formatted(fill.order(), fill.quantity(), fill.price()));
            case BrokerReport.Rejected(var order, String reason, var _) ->
                    Optional.of("%s rejected: %s".formatted(order, reason));
            case BrokerReport.Cancelled(var order, String reason, var _) ->
                    Optional.of("%s cancelled: %s".formatted(order, reason));
            case BrokerReport.Expired(var order, String reason, var _) ->
                    Optional.of("%s expired: %s".formatted(order, reason));
        };
    }

    PaperStory submit(TestOrder order) {
        broker.submit(order.order(), AAPL);
        return this;
    }

    PaperStory cancel(TestOrder order) {
        broker.cancel(order.order());
        return this;
    }

    /// `145` a new price; `again` the last one once more; `restart`; `night` six hours without a
    /// call; `tick` the time is told.
    PaperStory then(String word) {
        switch (word) {
            case "again" ->
                    prices.newest(AAPL.id(), TestOrder.STRATEGY)
                            .ifPresent(last -> broker.onPrice(AAPL.id(), last));
            case "restart" -> broker = connected();
            case "night" -> clock.pass(Duration.ofHours(6));
            case "tick" -> broker.onTime();
            default -> price(word);
        }
        return this;
    }

    private void price(String word) {
        broker.onPrice(AAPL.id(), market(word));
    }

    /// A new price that resting orders are not told of.
    KnownPrice market(String word) {
        clock.pass(Duration.ofSeconds(1));
        var price = KnownPrice.quote(Price.of(word), clock.instant());
        prices.note(AAPL.id(), price, clock.instant());
        return price;
    }

    /// All that was told but acceptances.
    List<String> told() {
        return List.copyOf(told);
    }

    PaperBroker broker() {
        return broker;
    }

    @Override
    public void close() {
        database.close();
    }
}
