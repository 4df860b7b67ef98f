package com.mathematricks.engine.broker;

import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.Order;
import com.mathematricks.engine.price.KnownPrice;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.order.ClientOrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One account at one broker. Called by that account's thread only. What happens to orders is told
/// to the listener, in the broker's order, at least once; a report may come before `submit`
/// returns.
///
/// Every method throws BrokerUnavailableException where the broker gave no clear answer; what came
/// of a submit is then unknown and must be looked up, never sent again blindly.
public interface Broker {

    void connect(BrokerListener listener);

    void disconnect();

    BrokerAccount account();

    List<BrokerPosition> positions();

    /// Sends an order. An id that the broker knows already is answered by what became of it and
    /// does nothing else. A refusal is a report, not an exception.
    void submit(Order order, Instrument instrument);

    /// Asks to cancel. An order that is final or unknown is answered by a report of its state; of
    /// one that was never there, by CANCELLED.
    void cancel(Order order);

    Optional<BrokerOrder> find(ClientOrderId id);

    List<BrokerOrder> openOrders();

    /// Fills at or after `since`, oldest first.
    List<BrokerFill> fillsSince(Instant since);

    /// A new price of an instrument. Only a broker that works its orders itself cares.
    default void onPrice(InstrumentId instrument, KnownPrice price) {}

    /// Some time has passed: called about once a second. Only a broker that works its orders itself
    /// cares.
    default void onTime() {}

    /// True where a miss in `find` proves that the order never arrived.
    boolean missIsFinal();
}
