package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.broker.Broker;
import com.mathematricks.engine.broker.BrokerAccount;
import com.mathematricks.engine.broker.BrokerFill;
import com.mathematricks.engine.broker.BrokerListener;
import com.mathematricks.engine.broker.BrokerOrder;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.broker.BrokerReport;
import com.mathematricks.engine.broker.BrokerUnavailableException;
import com.mathematricks.engine.instrument.DayEnd;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.engine.price.PriceBook;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.order.ClientOrderId;
import com.mathematricks.model.order.OrderStatus;
import com.mathematricks.model.settings.AccountSettings;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One paper account. What an order becomes is stored as one document before anything is told, so a
/// crash at any point leaves a book that agrees with itself; memory is loaded from the documents
/// and thrown away after a call to the store without a clear answer.
///
/// Market orders fill at the newest price that is known, or at none; limits fill at once or when a
/// later price goes through them; stops when a later price reaches them. Fills are complete unless
/// the account's settings say otherwise.
public final class PaperBroker implements Broker {

    /// A write without an answer may still arrive as late as this.
    private static final Duration LATE_WRITES = Duration.ofSeconds(10);

    private final AccountSettings settings;
    private final PaperStore store;
    private final Matching matching;
    private final Clock clock;
    private @Nullable BrokerListener listener;
    private @Nullable PaperBook book;
    private @Nullable Instant unsureSince;

    /// The open order whose change may or may not have been stored.
    private @Nullable ClientOrderId doubtful;

    public PaperBroker(
            AccountSettings settings,
            MongoDatabase store,
            PriceBook prices,
            PaperFees fees,
            DayEnd dayEnd,
            Clock clock) {
        this.settings = settings;
        this.store = new PaperStore(store, settings.id());
        this.matching =
                new Matching(
                        new References(prices),
                        new FillPrices(PaperCosts.of(settings.paperOrDefault())),
                        new Execution(fees, new Parts(settings.paperOrDefault().partialFills())),
                        dayEnd);
        this.clock = clock;
    }

    @Override
    public void connect(BrokerListener to) {
        listener = to;
        book = null;
        store.createIndexes();
        book = load(true);
    }

    @Override
    public void disconnect() {
        listener = null;
        book = null;
    }

    @Override
    public BrokerAccount account() {
        return new BrokerAccount(book().ledger().cash());
    }

    @Override
    public List<BrokerPosition> positions() {
        return book().ledger().netPositions();
    }

    @Override
    public void submit(Order order, Instrument instrument) {
        PaperBook current = book();
        PaperOrder outcome = matching.arrive(order, instrument, current, now());
        if (sure(() -> store.insert(outcome))) {
            current.put(outcome);
            tell(PaperReports.of(outcome));
        } else {
            tell(PaperReports.of(store.find(order.id()).orElseThrow(() -> elsewhere(order.id()))));
        }
    }

    @Override
    public void cancel(Order order) {
        PaperBook current = book();
        Optional<PaperOrder> known = store.find(order.id());
        if (known.isEmpty()) {
            cancelBeforeItComes(order, current);
            return;
        }
        PaperOrder stored = known.get();
        if (!stored.isOpen()) {
            tell(PaperReports.of(stored));
            return;
        }
        end(stored.ended(OrderStatus.CANCELLED, "cancelled as asked", now()), current);
    }

    /// The document makes sure that the order, should it still come, does nothing.
    private void cancelBeforeItComes(Order order, PaperBook current) {
        Instant now = now();
        PaperOrder mark =
                PaperOrder.received(order, null, current.generation(), Optional.empty(), now)
                        .ended(OrderStatus.CANCELLED, "the order never came", now);
        if (!sure(() -> store.insert(mark))) {
            throw unsure("order %s came while it was cancelled".formatted(order.id()));
        }
        tell(PaperReports.of(mark));
    }

    private void end(PaperOrder ended, PaperBook current) {
        replace(ended, current);
        tell(PaperReports.after(ended.fills().size(), ended));
    }

    private void replace(PaperOrder changed, PaperBook current) {
        doubtful = changed.id();
        if (!sure(() -> store.replaceOpen(changed))) {
            throw unsure("order %s is not open any more".formatted(changed.id()));
        }
        doubtful = null;
        current.put(changed);
    }

    /// Works the resting orders. Called by the account's thread, like all else; a price that a call
    /// could not bring to the end is lost for the orders that were left.
    @Override
    public void onPrice(InstrumentId instrument, KnownPrice price) {
        onTime();
        PaperBook current = book();
        var touched = new ArrayList<PaperOrder>();
        for (PaperOrder order : Resting.concernedBy(instrument, price, current)) {
            if (touched.stream().anyMatch(other -> Resting.isTargetBeside(order, other))) {
                continue;
            }
            Optional<PaperOrder> outcome = matching.meet(order, price, current, now());
            if (outcome.isPresent()) {
                PaperOrder changed = outcome.get();
                replace(changed, current);
                tell(PaperReports.after(order.fills().size(), changed));
                if (!changed.isOpen() || changed.triggeredAt() != null) {
                    touched.add(changed);
                }
            }
        }
    }

    /// Ends the DAY orders whose day is over.
    @Override
    public void onTime() {
        PaperBook current = book();
        for (PaperOrder order : Resting.over(current, now())) {
            end(order.ended(OrderStatus.EXPIRED, "the day is over", now()), current);
        }
    }

    @Override
    public Optional<BrokerOrder> find(ClientOrderId id) {
        return store.find(id).map(PaperOrder::asBrokerOrder);
    }

    @Override
    public List<BrokerOrder> openOrders() {
        return store.open().stream().map(PaperOrder::asBrokerOrder).toList();
    }

    @Override
    public List<BrokerFill> fillsSince(Instant since) {
        return store.filledSince(since).stream()
                .flatMap(PaperBroker::numbered)
                .sorted(Comparator.comparingLong(Numbered::number))
                .map(Numbered::fill)
                .filter(fill -> !fill.at().isBefore(since))
                .toList();
    }

    private record Numbered(long number, BrokerFill fill) {}

    private static Stream<Numbered> numbered(PaperOrder order) {
        return order.fills().stream()
                .map(fill -> new Numbered(fill.number(), order.brokerFill(fill)));
    }

    @Override
    public boolean missIsFinal() {
        return true;
    }

    /// Makes the account flat with the given cash and cancels its open orders, without fills. The
    /// orders stay known.
    public void reset(Money cash) {
        PaperBook current = book();
        List<PaperOrder> open = current.open();
        PaperAccount account = current.reset(cash, now());
        book = null;
        store.save(account);
        book = load(false);
        open.stream()
                .map(order -> order.ended(OrderStatus.CANCELLED, PaperBook.RESET, now()))
                .forEach(order -> tell(PaperReports.after(order.fills().size(), order)));
    }

    /// Loaded anew after a call without a clear answer, and once more when no write of it can still
    /// be under way.
    private PaperBook book() {
        Instant since = unsureSince;
        boolean settled = since != null && now().isAfter(since.plus(LATE_WRITES));
        PaperBook current = book;
        if (current != null && !settled) {
            return current;
        }
        PaperBook loaded = load(false);
        book = loaded;
        tellDoubtful();
        if (settled) {
            unsureSince = null;
            doubtful = null;
        }
        return loaded;
    }

    private void tellDoubtful() {
        if (doubtful != null) {
            store.find(doubtful).ifPresent(order -> tell(PaperReports.after(0, order)));
        }
    }

    private PaperBook load(boolean takeIn) {
        Instant now = now();
        var opening =
                PaperAccount.opened(
                        settings.id(), new Money(settings.cash(), settings.currency()), now);
        return PaperBook.load(store, opening, takeIn, now);
    }

    /// As precise as the store keeps it, so that a fill is told and read back the same.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private boolean sure(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (BrokerUnavailableException e) {
            book = null;
            unsureSince = now();
            throw e;
        }
    }

    private BrokerUnavailableException unsure(String why) {
        book = null;
        unsureSince = now();
        return new BrokerUnavailableException(why);
    }

    private static BrokerUnavailableException elsewhere(ClientOrderId id) {
        return new BrokerUnavailableException(
                "order id %s is known, but not in this account".formatted(id));
    }

    private void tell(List<BrokerReport> reports) {
        BrokerListener to = listener;
        if (to != null) {
            reports.forEach(to::onReport);
        }
    }
}
