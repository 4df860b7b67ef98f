package com.mathematricks.engine.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerContract;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.engine.broker.TestOrder;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.InstrumentFile;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.engine.price.PriceSource;
import com.mathematricks.engine.store.FaultyDatabase;
import com.mathematricks.engine.store.FaultyDatabase.Fault;
import com.mathematricks.engine.store.TestClock;
import com.mathematricks.engine.store.TestStore;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderRole;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.BrokerName;
import com.mathematricks.model.settings.Limits;
import com.mathematricks.model.settings.MarketHours;
import com.mathematricks.model.settings.StrategyName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaperBrokerTest extends BrokerContract {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final StrategyName OTHER = new StrategyName("other");

    private final TestStore database = TestStore.open(PaperStore.ORDERS, PaperStore.ACCOUNTS);
    private final FaultyDatabase faulty = new FaultyDatabase(database.database());
    private final TestClock clock = new TestClock("2026-11-23T15:00:00.123456Z");
    private final PriceBook prices = new PriceBook();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Broker open() {
        return open(TestOrder.ACCOUNT);
    }

    private PaperBroker open(AccountId id) {
        var account =
                new AccountSettings(
                        id,
                        1,
                        clock.instant(),
                        BrokerName.PAPER,
                        Currency.USD,
                        new BigDecimal("100000"),
                        true,
                        MarketHours.KEEP,
                        new Limits(Map.of(), null));
        return new PaperBroker(
                account,
                faulty.database(),
                prices,
                PaperFees.load(null),
                (_, moment) -> moment.plus(Duration.ofDays(1)),
                clock);
    }

    @Override
    protected void market(String price) {
        clock.pass(SECOND);
        prices.note(AAPL.id(), quote(price), clock.instant());
    }

    private KnownPrice quote(String price) {
        return KnownPrice.quote(Price.of(price), clock.instant());
    }

    private PaperBroker paper() {
        return (PaperBroker) broker;
    }

    /// A new price, as the account's thread is told of it.
    private void moves(String price) {
        market(price);
        paper().onPrice(AAPL.id(), quote(price));
    }

    private BrokerFill lastFill() {
        return ((BrokerReport.Filled) reports.getLast()).fill();
    }

    private String rejection() {
        return ((BrokerReport.Rejected) reports.getLast()).reason();
    }

    private void hasCash(String amount) {
        assertThat(broker.account().cash()).isEqualTo(Money.of(amount, Currency.USD));
    }

    @Test
    void fillsAMarketOrderBesideTheReferenceAndBooksTheCash() {
        market("150");
        submit(TestOrder.buy("A1", "10"));

        // 150 × 1.0002 = 150.03; fee max(10 × 0.005, 1) = 1
        assertThat(lastFill().price()).isEqualTo(Price.of("150.03"));
        assertThat(lastFill().fee()).isEqualTo(Money.of("1", Currency.USD));
        assertThat(lastFill().priceSource()).isEqualTo("QUOTE, 0 s old");
        // 100000 − 1500.30 − 1
        hasCash("98498.7");

        submit(TestOrder.sell("A2", "10"));
        // 150 × 0.9998 = 149.97; 98498.70 + 1499.70 − 1
        assertThat(lastFill().price()).isEqualTo(Price.of("149.97"));
        hasCash("99997.4");
    }

    @Test
    void roundsToTheTickAgainstTheTrader() {
        market("150.01");
        // 150.01 × 1.0002 = 150.040002
        submit(TestOrder.buy("A1", "10"));
        assertThat(lastFill().price()).isEqualTo(Price.of("150.05"));
        // 150.01 × 0.9998 = 149.979998
        submit(TestOrder.sell("A2", "10"));
        assertThat(lastFill().price()).isEqualTo(Price.of("149.97"));
    }

    @Test
    void takesTheNewestOfQuoteAndSignalAndTellsItsAge() {
        market("150");
        clock.pass(Duration.ofSeconds(30));
        submit(TestOrder.buy("A1", "10").signalled("160", clock.instant().minusSeconds(10)));
        // 160 × 1.0002 = 160.032
        assertThat(lastFill().price()).isEqualTo(Price.of("160.04"));
        assertThat(lastFill().priceSource()).isEqualTo("SIGNAL, 10 s old");

        submit(TestOrder.buy("A2", "10").signalled("160", clock.instant().minusSeconds(40)));
        assertThat(lastFill().price()).isEqualTo(Price.of("150.03"));
        assertThat(lastFill().priceSource()).isEqualTo("QUOTE, 30 s old");

        clock.pass(Duration.ofSeconds(31));
        submit(TestOrder.buy("A3", "10"));
        assertThat(lastFill().priceSource()).isEqualTo("QUOTE, 61 s old, stale");
    }

    @Test
    void rejectsAnEntryWithoutAnyPriceButLetsAnExitOut() {
        submit(TestOrder.buy("A1", "10").signalled("150", clock.instant()));
        assertThat(lastFill().price()).isEqualTo(Price.of("150.03"));
        clock.pass(Duration.ofSeconds(70));
        submit(TestOrder.buy("A2", "10"));
        assertThat(rejection()).isEqualTo("no price of AAPL is known");

        submit(TestOrder.sell("A3", "10").as(OrderRole.EXIT));
        // 150 × 0.9998 = 149.97, not the fill's 150.03 × 0.9998
        assertThat(lastFill().price()).isEqualTo(Price.of("149.97"));
        assertThat(lastFill().priceSource())
                .isEqualTo("price behind the last fill, 70 s old, stale");
    }

    @Test
    void neverTakesItsOwnFillsForThePriceOfTheMarket() {
        Instant sent = clock.instant();
        for (int n = 1; n <= 100; n++) {
            clock.pass(SECOND);
            submit(TestOrder.buy("B" + n, "1").signalled("190", sent));
            // 190 × 1.0002 = 190.038, each time
            assertThat(lastFill().price()).isEqualTo(Price.of("190.04"));
            noteLastFill();
        }
        for (int n = 1; n <= 50; n++) {
            clock.pass(SECOND);
            submit(TestOrder.sell("S" + n, "2").as(OrderRole.EXIT));
            // 190 × 0.9998 = 189.962, each time
            assertThat(lastFill().price()).isEqualTo(Price.of("189.96"));
            noteLastFill();
        }
    }

    /// As the engine does with every fill.
    private void noteLastFill() {
        prices.note(
                AAPL.id(),
                new KnownPrice(
                        lastFill().price(), lastFill().at(), PriceSource.FILL, TestOrder.STRATEGY),
                clock.instant());
    }

    @Test
    void readsFillsThatWereStoredWithoutTheirReference() {
        submit(TestOrder.buy("A1", "10").signalled("150", clock.instant()));
        database.database()
                .getCollection("paper_orders")
                .updateOne(
                        new Document("_id", "A1"),
                        new Document("$unset", new Document("fills.0.reference", "")));
        reconnect();

        submit(TestOrder.sell("A2", "10").as(OrderRole.EXIT));
        // 150.03 × 0.9998 = 149.999994
        assertThat(lastFill().price()).isEqualTo(Price.of("149.99"));
    }

    @Test
    void fillsALimitAtOnceWhereItReachesTheOtherSide() {
        market("150");
        // other side 150 × 1.0001 = 150.015, so 150.02; market 150.03
        submit(TestOrder.buy("A1", "10").limit("150.02"));
        assertThat(lastFill().price()).isEqualTo(Price.of("150.02"));
        submit(TestOrder.buy("A2", "10").limit("155"));
        assertThat(lastFill().price()).isEqualTo(Price.of("150.03"));
        submit(TestOrder.sell("A3", "10").limit("149.985"));
        // 149.985 rounds up to 149.99 for a seller, the other side is 149.98
        assertThat(reports.getLast()).isInstanceOf(BrokerReport.Accepted.class);
        submit(TestOrder.sell("A4", "10").limit("149.98"));
        assertThat(lastFill().price()).isEqualTo(Price.of("149.98"));
    }

    @Test
    void fillsARestingLimitOnlyWhenAPriceGoesThroughIt() {
        market("150");
        submit(TestOrder.buy("A1", "10").limit("149"));
        moves("149");
        assertThat(reports.getLast()).isInstanceOf(BrokerReport.Accepted.class);
        moves("148");
        assertThat(lastFill().price()).isEqualTo(Price.of("149"));
        assertThat(lastFill().priceSource()).isEqualTo("QUOTE, 0 s old");
        // 100000 − 1490 − 1
        hasCash("98509");
        moves("140");
        assertThat(broker.fillsSince(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void fillsAStopAtTheWorseOfStopAndPrice() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.sell("S1", "5").stop("145").as(OrderRole.STOP));
        submit(TestOrder.sell("S2", "5").stop("140").as(OrderRole.STOP));
        moves("145.01");
        assertThat(broker.openOrders()).hasSize(2);
        moves("145");
        assertThat(lastFill().order()).isEqualTo(new ClientOrderId("S1"));
        assertThat(lastFill().price()).isEqualTo(Price.of("145"));
        moves("130");
        assertThat(lastFill().order()).isEqualTo(new ClientOrderId("S2"));
        assertThat(lastFill().price()).isEqualTo(Price.of("130"));
    }

    @Test
    void neverFillsARestingOrderWithoutANewPrice() {
        market("150");
        // the market is beyond the stop already
        submit(TestOrder.buy("A1", "10").stop("149"));
        paper().onPrice(AAPL.id(), quote("150"));
        paper().onPrice(
                        AAPL.id(),
                        KnownPrice.quote(Price.of("151"), clock.instant().minusSeconds(60)));
        assertThat(broker.openOrders()).hasSize(1);
        reconnect();
        paper().onPrice(AAPL.id(), quote("150"));
        assertThat(broker.openOrders()).hasSize(1);
        moves("150");
        assertThat(lastFill().price()).isEqualTo(Price.of("150"));
    }

    @Test
    void takesTheStopWhereOnePriceTouchesStopAndTarget() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.sell("T1", "10").limit("155").as(OrderRole.TARGET));
        submit(TestOrder.sell("S1", "10").stop("160").as(OrderRole.STOP));
        moves("158");

        assertThat(lastFill().order()).isEqualTo(new ClientOrderId("S1"));
        assertThat(broker.openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.id()).isEqualTo(new ClientOrderId("T1")));
    }

    @Test
    void letsASignalsPriceTriggerItsOwnStrategyOnly() {
        market("150");
        submit(TestOrder.buy("A1", "10").limit("149"));
        submit(TestOrder.buy("A2", "10").limit("149").by(OTHER));
        clock.pass(SECOND);
        paper().onPrice(AAPL.id(), KnownPrice.ofSignal(Price.of("148"), clock.instant(), OTHER));

        assertThat(lastFill().order()).isEqualTo(new ClientOrderId("A2"));
        assertThat(broker.openOrders()).hasSize(1);
    }

    @Test
    void movesOnlyProfitThroughCashForAFuture() {
        Instrument future =
                InstrumentFile.load(null).find(new InstrumentId("ESZ2026")).orElseThrow();
        broker.submit(
                TestOrder.buy("F1", "2").of("ESZ2026").signalled("6000", clock.instant()).order(),
                future);
        // 6000 × 1.0002 = 6001.2, so 6001.25; fee 2 × 2.47 = 4.94
        assertThat(lastFill().price()).isEqualTo(Price.of("6001.25"));
        hasCash("99995.06");
        clock.pass(SECOND);
        broker.submit(
                TestOrder.sell("F2", "1").of("ESZ2026").signalled("6010", clock.instant()).order(),
                future);
        // 6010 × 0.9998 = 6008.798, so 6008.75; profit 7.5 × 50 = 375; fee 2.47
        assertThat(lastFill().price()).isEqualTo(Price.of("6008.75"));
        hasCash("100367.59");
    }

    @Test
    void rejectsWhatItHasNoRateForOrDoesNotKnow() {
        Instrument indian =
                InstrumentFile.load(null).find(new InstrumentId("NSE:TCS")).orElseThrow();
        broker.submit(
                TestOrder.buy("I1", "2").of("NSE:TCS").signalled("3000", clock.instant()).order(),
                indian);
        assertThat(rejection()).isEqualTo("no rate is known to book NSE:TCS in USD");
    }

    @Test
    void makesSureThatAnOrderCancelledBeforeItCameNeverTrades() {
        market("150");
        broker.cancel(TestOrder.buy("A1", "10").order());
        submit(TestOrder.buy("A1", "10"));

        assertThat(reports)
                .hasSize(2)
                .allSatisfy(
                        report -> assertThat(report).isInstanceOf(BrokerReport.Cancelled.class));
        assertThat(broker.positions()).isEmpty();
    }

    @Test
    void resetsAnAccountAndKeepsItsOrdersKnown() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.buy("A2", "10").limit("140"));
        paper().reset(Money.of("50000", Currency.USD));

        hasCash("50000");
        assertThat(broker.positions()).isEmpty();
        assertThat(broker.openOrders()).isEmpty();
        assertThat(reports.getLast())
                .isEqualTo(
                        new BrokerReport.Cancelled(
                                new ClientOrderId("A2"),
                                "the account was reset",
                                Instant.parse("2026-11-23T15:00:01.123Z")));
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.sell("A3", "10"));
        reconnect();
        // 50000 + 1499.70 − 1
        hasCash("51498.7");
        assertThat(broker.find(new ClientOrderId("A1"))).isPresent();
    }

    @Test
    void finishesAResetThatACrashCutShort() {
        market("150");
        submit(TestOrder.buy("A2", "10").limit("140"));
        database.database()
                .getCollection("paper_accounts")
                .updateOne(
                        new Document("_id", "paper"),
                        new Document("$set", new Document("generation", 2)));
        reconnect();

        assertThat(broker.openOrders()).isEmpty();
        moves("130");
        assertThat(broker.positions()).isEmpty();
    }

    @Test
    void doesNothingWhereAWriteFailsAndKnowsWhereOnlyTheAnswerWasLost() {
        market("150");
        faulty.begin(Fault.BEFORE_WRITE);
        assertUnavailable(() -> submit(TestOrder.buy("A1", "10")));
        faulty.begin(Fault.AFTER_WRITE);
        assertUnavailable(() -> submit(TestOrder.buy("A2", "10")));
        faulty.end();

        assertThat(reports).isEmpty();
        assertThat(broker.find(new ClientOrderId("A1"))).isEmpty();
        assertThat(broker.find(new ClientOrderId("A2"))).isPresent();
        // only A2: 100000 − 1500.30 − 1
        hasCash("98498.7");
    }

    @Test
    void tellsAFillWhoseStoringWasInDoubt() {
        market("150");
        submit(TestOrder.buy("A1", "10").limit("149"));
        faulty.begin(Fault.AFTER_WRITE);
        assertUnavailable(() -> moves("148"));
        faulty.end();

        assertThat(reports.getLast()).isInstanceOf(BrokerReport.Accepted.class);
        hasCash("98509");
        assertThat(lastFill().price()).isEqualTo(Price.of("149"));
    }

    @Test
    void keepsAccountsApart() {
        market("150");
        submit(TestOrder.buy("A1", "10"));
        submit(TestOrder.buy("A2", "10").limit("140"));
        PaperBroker second = open(new AccountId("second"));
        second.connect(_ -> {});

        assertThat(second.account().cash()).isEqualTo(Money.of("100000", Currency.USD));
        assertThat(second.positions()).isEmpty();
        assertThat(second.openOrders()).isEmpty();
        assertThat(second.fillsSince(Instant.EPOCH)).isEmpty();
        assertThat(second.find(new ClientOrderId("A1"))).isEmpty();
    }

    @Test
    void takesManyFillsIntoTheAccountAtTheNextStart() {
        market("150");
        for (int n = 0; n < 1_000; n++) {
            submit(n % 2 == 0 ? TestOrder.buy("A" + n, "1") : TestOrder.sell("A" + n, "1"));
        }
        var before = broker.account();
        reconnect();
        assertThat(database.database().getCollection("paper_accounts").find().first())
                .containsEntry("throughFill", 1_000L);

        reconnect();
        assertThat(broker.account()).isEqualTo(before);
        // 500 × (149.97 − 150.03) = −30, and 1000 fees of 1
        hasCash("98970");
        submit(TestOrder.buy("B1", "1"));
        hasCash("98818.97");
    }

    private static void assertUnavailable(Runnable call) {
        assertThatExceptionOfType(BrokerUnavailableException.class).isThrownBy(call::run);
    }
}
