package com.mathematricks.engine.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.instrument.InstrumentTable;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.order.Trail;
import com.mathematricks.engine.position.AppliedFill;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionArithmetic;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.store.FaultyDatabase;
import com.mathematricks.engine.store.FaultyDatabase.Fault;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Percentage;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.TimeInForce;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.PaperSettings;
import com.mathematricks.model.settings.StrategyName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A storm of orders, prices, cancels and crashes, after which the broker's book must be what its
/// fills say by the engine's own arithmetic.
class PaperBrokerPropertyTest {

    private static final List<String> INSTRUMENTS =
            List.of("AAPL", "ESZ2026", "BTCUSDT", "BTCUSDT.P", "USDJPY", "EURUSD");
    private static final List<String> PRICES =
            List.of("150.37", "6000.25", "60123.45", "60123.4", "150.123", "1.08123");
    private static final List<StrategyName> STRATEGIES =
            List.of(new StrategyName("one"), new StrategyName("two"));
    private static final Money OPENING = Money.of("100000", Currency.USD);

    private final TestStore database = TestStore.open(PaperStore.ORDERS, PaperStore.ACCOUNTS);
    private final FaultyDatabase faulty = new FaultyDatabase(database.database());
    private final TestClock clock = new TestClock("2026-11-23T15:00:00.123456Z");
    private final PriceBook prices = new PriceBook();
    private final InstrumentTable table = InstrumentFile.load(null);
    private final Map<String, Order> orders = new HashMap<>();
    private final Set<BrokerFill> told = new HashSet<>();

    @AfterEach
    void close() {
        database.close();
    }

    private PaperSettings settings = PaperSettings.DEFAULT;

    private PaperBroker start() {
        var account =
                new AccountSettings(
                        TestOrder.ACCOUNT,
                        1,
                        clock.instant(),
                        BrokerName.PAPER,
                        OPENING.currency(),
                        OPENING.amount(),
                        true,
                        MarketHours.KEEP,
                        new Limits(Map.of(), null),
                        settings);
        var broker =
                new PaperBroker(
                        account,
                        faulty.database(),
                        prices,
                        PaperFees.load(null),
                        (_, moment) -> moment.plus(Duration.ofSeconds(20)),
                        clock);
        broker.connect(report -> {
            if (report instanceof BrokerReport.Filled(var fill)) {
                told.add(fill);
            }
        });
        return broker;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithItsFillsAfterAStormOfCrashes(long seed) {
        settings = seed % 2 == 0 ? new PaperSettings(null, null, seed) : PaperSettings.DEFAULT;
        var random = new Random(seed);
        PaperBroker broker = start();
        for (int step = 0; step < 250; step++) {
            clock.pass(Duration.ofMillis(random.nextInt(3000)));
            faulty.begin(
                    switch (random.nextInt(12)) {
                        case 0 -> Fault.BEFORE_WRITE;
                        case 1 -> Fault.AFTER_WRITE;
                        default -> Fault.NONE;
                    });
            try {
                step(random, step, broker);
            } catch (BrokerUnavailableException _) {
                faulty.end();
                if (random.nextBoolean()) {
                    broker = start(); // the process was killed and started again
                }
            }
            faulty.end();
        }

        List<BrokerFill> fills = broker.fillsSince(Instant.EPOCH);
        assertThat(fills).as("seed %d", seed).hasSizeGreaterThan(30);
        assertThat(fills).as("seed %d", seed).extracting(BrokerFill::id).doesNotHaveDuplicates();
        fills.stream()
                .collect(Collectors.groupingBy(fill -> fill.order().value()))
                .forEach((id, parts) ->
                        assertThat(
                                        parts.stream()
                                                .map(BrokerFill::quantity)
                                                .reduce(Quantity.ZERO, Quantity::plus))
                                .as("order %s, seed %d", id, seed)
                                .isLessThanOrEqualTo(
                                        Objects.requireNonNull(orders.get(id)).terms().quantity()));
        assertThat(fills).as("seed %d", seed).containsAll(told);
        assertBook(seed, broker, fills);
        assertBook(seed, start(), fills);
    }

    private void step(Random random, int step, PaperBroker broker) {
        int which = random.nextInt(INSTRUMENTS.size());
        Instrument instrument = table.find(new InstrumentId(INSTRUMENTS.get(which))).orElseThrow();
        BigDecimal factor = BigDecimal.valueOf(9_900 + random.nextInt(201), 4);
        var price = new Price(new BigDecimal(PRICES.get(which)).multiply(factor));
        switch (random.nextInt(5)) {
            case 4 -> broker.onTime();
            case 0 -> {
                KnownPrice quote = KnownPrice.quote(price, clock.instant());
                prices.note(instrument.id(), quote, clock.instant());
                broker.onPrice(instrument.id(), quote);
            }
            case 1 -> {
                if (!orders.isEmpty()) {
                    var ids = orders.keySet().stream().sorted().toList();
                    broker.cancel(
                            Objects.requireNonNull(
                                    orders.get(ids.get(random.nextInt(ids.size())))));
                }
            }
            default -> {
                Order order = order(random, "O" + step, instrument, price);
                orders.put("O" + step, order);
                broker.submit(order, instrument);
            }
        }
    }

    private Order order(Random random, String id, Instrument instrument, Price price) {
        String quantity = String.valueOf(1 + random.nextInt(7));
        TestOrder order =
                (random.nextBoolean() ? TestOrder.buy(id, quantity) : TestOrder.sell(id, quantity))
                        .of(instrument.id().value())
                        .by(STRATEGIES.get(random.nextInt(STRATEGIES.size())))
                        .signalled(price.toString(), clock.instant());
        String near =
                price.value()
                        .multiply(BigDecimal.valueOf(9_950 + random.nextInt(101), 4))
                        .toPlainString();
        if (random.nextInt(3) == 0) {
            order.in(TimeInForce.DAY);
        }
        return switch (random.nextInt(8)) {
            case 0 -> order.limit(near).order();
            case 1 -> order.stop(near).order();
            case 2 -> order.stopLimit(near, price.toString()).order();
            case 3 -> order.trailing(Trail.by(Percentage.of("0.3"))).order();
            default -> order.order();
        };
    }

    private void assertBook(long seed, PaperBroker broker, List<BrokerFill> fills) {
        var positions = new HashMap<PositionKey, Position>();
        var net = new TreeMap<String, NetQuantity>();
        Money cash = OPENING;
        for (BrokerFill fill : fills) {
            Instrument instrument = table.find(fill.instrument()).orElseThrow();
            Order order = Objects.requireNonNull(orders.get(fill.order().value()));
            var key = new PositionKey(order.account(), order.strategy(), fill.instrument());
            Conversion conversion =
                    Conversion.of(instrument, fill.price(), Currency.USD).orElseThrow();
            Position before =
                    positions.computeIfAbsent(
                            key,
                            _ ->
                                    Position.flat(
                                            key,
                                            instrument.multiplier(),
                                            Conversion.bookedIn(
                                                    instrument.currency(), Currency.USD),
                                            Currency.USD,
                                            fill.at()));
            AppliedFill applied =
                    PositionArithmetic.apply(
                            before,
                            fill.side(),
                            fill.quantity(),
                            fill.price(),
                            fill.fee(),
                            null,
                            null,
                            conversion::convert,
                            fill.at());
            positions.put(key, applied.position());
            net.merge(
                    fill.instrument().value(),
                    NetQuantity.of(fill.side(), fill.quantity()),
                    NetQuantity::plus);
            Money moved =
                    instrument.type().movesNotional()
                            ? conversion.convert(applied.paid())
                            : conversion.convert(applied.realized()).negated();
            cash = cash.minus(moved).minus(fill.fee());
        }
        net.values().removeIf(NetQuantity::isFlat);
        assertThat(broker.account().cash()).as("cash, seed %d", seed).isEqualTo(cash);
        assertThat(broker.positions())
                .as("positions, seed %d", seed)
                .containsExactlyElementsOf(
                        net.entrySet().stream()
                                .map(entry ->
                                        new BrokerPosition(
                                                new InstrumentId(entry.getKey()), entry.getValue()))
                                .toList());
        assertThat(broker.openOrders())
                .as("open, seed %d", seed)
                .allSatisfy(open ->
                        assertThat(open.filled())
                                .isLessThan(
                                        Objects.requireNonNull(orders.get(open.id().value()))
                                                .terms()
                                                .quantity()));
    }
}
