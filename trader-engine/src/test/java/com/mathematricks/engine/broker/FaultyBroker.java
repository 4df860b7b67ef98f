package com.mathematricks.engine.broker;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A broker as bad as brokers get, around one that is not. What goes wrong is drawn from a seed; it
/// never lies about what it holds, and it can be told to behave.
public final class FaultyBroker implements Broker {

    public enum Fault {
        /// An order or a cancel never arrives, and no answer comes.
        TIMES_OUT_BEFORE,
        /// It arrives, the answer to the call is lost, what is told of it is late or lost.
        TIMES_OUT_AFTER,
        ANSWERS_LATE,
        ANSWERS_TWICE,
        /// Some calls in a row without an answer.
        LOSES_THE_CONNECTION,
        /// Only `fillsSince` and `find` tell of the fill.
        DROPS_FILLS,
        REPEATS_FILLS,
        REORDERS_FILLS,
        /// Tells that an order is cancelled, and then that it was filled before.
        FILLS_AFTER_CANCEL,
        /// `find` does not know an order that is there.
        FORGETS_IDS
    }

    private static final int MOST_LOST_CALLS = 3;

    private final Broker broker;
    private final Set<Fault> faults;
    private final int oneIn;
    private final Random random;
    private final List<BrokerReport> late = new ArrayList<>();
    private final Map<ClientOrderId, Order> toldCancelled = new LinkedHashMap<>();
    private final Set<ClientOrderId> forgotten = new HashSet<>();
    private @Nullable BrokerListener listener;
    private boolean behaves;
    private boolean answerLost;
    private boolean silent;
    private int lostCalls;

    /// @param oneIn each fault happens at one of so many occasions; 1: at each
    public FaultyBroker(Broker broker, Set<Fault> faults, int oneIn, long seed) {
        this.broker = broker;
        this.faults = EnumSet.noneOf(Fault.class);
        this.faults.addAll(faults);
        this.oneIn = oneIn;
        this.random = new Random(seed);
    }

    /// All that is late is told, all that was promised is done, and nothing goes wrong from now on.
    public void behave() {
        behaves = true;
        lostCalls = 0;
        forgotten.clear();
        cancelWhatWasTold();
        tellLate();
    }

    public void misbehave() {
        behaves = false;
    }

    private boolean happens(Fault fault) {
        return !behaves && faults.contains(fault) && random.nextInt(oneIn) == 0;
    }

    @Override
    public void connect(BrokerListener to) {
        listener = to;
        broker.connect(this::hear);
    }

    @Override
    public void disconnect() {
        listener = null;
        broker.disconnect();
    }

    private void hear(BrokerReport report) {
        if (silent) {
            return;
        }
        boolean fill = report instanceof BrokerReport.Filled;
        if (fill && happens(Fault.DROPS_FILLS)) {
            return;
        }
        if (answerLost) {
            if (random.nextBoolean()) {
                late.add(report);
            }
            return;
        }
        if (happens(Fault.ANSWERS_LATE) || (fill && happens(Fault.REORDERS_FILLS))) {
            late.add(report);
            return;
        }
        tell(report);
        if (happens(Fault.ANSWERS_TWICE) || (fill && happens(Fault.REPEATS_FILLS))) {
            tell(report);
        }
    }

    private void tell(BrokerReport report) {
        if (listener != null) {
            listener.onReport(report);
        }
    }

    private void tellLate() {
        var due = new ArrayList<>(late);
        late.clear();
        if (faults.contains(Fault.REORDERS_FILLS)) {
            Collections.shuffle(due, random);
        }
        due.forEach(this::tell);
    }

    /// Every call begins with it.
    private void called() {
        if (!late.isEmpty() && random.nextBoolean()) {
            tellLate();
        }
        if (lostCalls == 0 && happens(Fault.LOSES_THE_CONNECTION)) {
            lostCalls = 1 + random.nextInt(MOST_LOST_CALLS);
        }
        if (lostCalls > 0) {
            lostCalls--;
            throw new BrokerUnavailableException("the connection is lost");
        }
    }

    private void asked(Runnable request) {
        called();
        if (happens(Fault.TIMES_OUT_BEFORE)) {
            throw new BrokerUnavailableException("nothing within the time, nothing arrived");
        }
        answerLost = happens(Fault.TIMES_OUT_AFTER);
        try {
            request.run();
            if (answerLost) {
                throw new BrokerUnavailableException("nothing within the time, all arrived");
            }
        } finally {
            answerLost = false;
        }
    }

    @Override
    public void submit(Order order, Instrument instrument) {
        if (happens(Fault.FORGETS_IDS)) {
            forgotten.add(order.id());
        }
        asked(() -> broker.submit(order, instrument));
    }

    @Override
    public void cancel(Order order) {
        asked(() -> {
            boolean works =
                    broker.find(order.id()).filter(known -> !known.status().isFinal()).isPresent();
            if (works && happens(Fault.FILLS_AFTER_CANCEL)) {
                tell(new BrokerReport.Cancelled(order.id(), "too early", Instant.EPOCH));
                toldCancelled.put(order.id(), order);
            } else {
                broker.cancel(order);
            }
        });
    }

    private void cancelWhatWasTold() {
        silent = true;
        toldCancelled.values().forEach(broker::cancel);
        silent = false;
        toldCancelled.clear();
    }

    @Override
    public Optional<BrokerOrder> find(ClientOrderId id) {
        called();
        return forgotten.contains(id) && random.nextBoolean() ? Optional.empty() : broker.find(id);
    }

    @Override
    public BrokerAccount account() {
        called();
        return broker.account();
    }

    @Override
    public List<BrokerPosition> positions() {
        called();
        return broker.positions();
    }

    @Override
    public List<BrokerOrder> openOrders() {
        called();
        return broker.openOrders();
    }

    @Override
    public List<BrokerFill> fillsSince(Instant since) {
        called();
        return broker.fillsSince(since);
    }

    /// What was told to be cancelled may be filled by this price, and is cancelled after it.
    @Override
    public void onPrice(InstrumentId instrument, KnownPrice price) {
        broker.onPrice(instrument, price);
        cancelWhatWasTold();
    }

    @Override
    public void onTime() {
        broker.onTime();
    }

    /// One that forgets proves nothing.
    @Override
    public boolean missIsFinal() {
        return broker.missIsFinal() && !faults.contains(Fault.FORGETS_IDS);
    }
}
