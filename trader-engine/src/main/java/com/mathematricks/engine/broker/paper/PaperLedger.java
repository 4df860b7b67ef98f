package com.mathematricks.engine.broker.paper;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.broker.BrokerPosition;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Currency;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Quantity;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.StrategyName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Cash and positions of a paper account, from its fills alone. A fill's value is rounded as cash
/// is; cost is an average per strategy and instrument; what closes takes its rounded share of it.
final class PaperLedger {

    private record Key(StrategyName strategy, InstrumentId instrument) {}

    private final Map<Key, PaperPosition> positions = new LinkedHashMap<>();
    private Money cash;
    private long throughFill;

    PaperLedger(PaperAccount account) {
        this.cash = account.cash();
        this.throughFill = account.throughFill();
        account.positions().forEach(position -> positions.put(key(position), position));
    }

    /// @param fill a new one of the order
    void apply(PaperOrder order, PaperFill fill) {
        Instrument instrument = order.tradedInstrument();
        Conversion conversion =
                Conversion.of(instrument, fill.price(), cash.currency()).orElseThrow();
        PaperPosition before = position(order, fill);
        PaperPosition after = after(before, order.terms().side(), instrument, fill);
        Money value = value(instrument, order.terms().side(), fill, before.cost().currency());
        Money moved =
                instrument.type().movesNotional()
                        ? conversion.convert(value)
                        : conversion.convert(realized(before, after, value)).negated();
        cash = cash.minus(moved).minus(fill.fee());
        positions.put(key(after), after);
        throughFill = Math.max(throughFill, fill.number());
    }

    /// Cost before + value − cost after is what is lost for good.
    private static Money realized(PaperPosition before, PaperPosition after, Money value) {
        return before.cost().plus(value).minus(after.cost()).negated();
    }

    /// What a fill bought (above zero) or sold, rounded as cash is.
    private static Money value(Instrument instrument, Side side, PaperFill fill, Currency booked) {
        Money value = fill.price().times(fill.quantity(), instrument.multiplier(), booked);
        return (side == Side.BUY ? value : value.negated()).rounded();
    }

    private static PaperPosition after(
            PaperPosition before, Side side, Instrument instrument, PaperFill fill) {
        NetQuantity change = NetQuantity.of(side, fill.quantity());
        NetQuantity total = before.quantity().plus(change);
        Money value = value(instrument, side, fill, before.cost().currency());
        boolean closes = before.quantity().signum() * change.signum() < 0;
        if (!closes) {
            return with(before, total, before.cost().plus(value), fill, fill.at());
        }
        Quantity held = before.quantity().size();
        Quantity closed = fill.quantity().min(held);
        Money left = before.cost().minus(before.cost().share(closed.units(), held.units()));
        Money opened = value.minus(value.share(closed.units(), fill.quantity().units()));
        boolean flips = total.signum() * change.signum() > 0;
        return with(before, total, left.plus(opened), fill, flips ? fill.at() : before.openedAt());
    }

    private static PaperPosition with(
            PaperPosition before,
            NetQuantity quantity,
            Money cost,
            PaperFill fill,
            Instant openedAt) {
        return new PaperPosition(
                before.strategy(),
                before.instrument(),
                quantity,
                cost,
                fill.market(),
                fill.at(),
                openedAt);
    }

    private PaperPosition position(PaperOrder order, PaperFill fill) {
        Currency booked = Conversion.bookedIn(order.tradedInstrument().currency(), cash.currency());
        return position(order.strategy(), order.terms().instrument())
                .orElseGet(() ->
                        new PaperPosition(
                                order.strategy(),
                                order.terms().instrument(),
                                NetQuantity.FLAT,
                                Money.zero(booked),
                                fill.market(),
                                fill.at(),
                                fill.at()));
    }

    Optional<PaperPosition> position(StrategyName strategy, InstrumentId instrument) {
        return Optional.ofNullable(positions.get(new Key(strategy, instrument)));
    }

    private static Key key(PaperPosition position) {
        return new Key(position.strategy(), position.instrument());
    }

    Money cash() {
        return cash;
    }

    /// Number of the last fill that is in here.
    long throughFill() {
        return throughFill;
    }

    long nextFill() {
        return throughFill + 1;
    }

    /// The sum over the strategies, without what is flat.
    List<BrokerPosition> netPositions() {
        var sums = new TreeMap<String, NetQuantity>();
        positions
                .values()
                .forEach(position ->
                        sums.merge(
                                position.instrument().value(),
                                position.quantity(),
                                NetQuantity::plus));
        var net = new ArrayList<BrokerPosition>();
        sums.forEach((instrument, quantity) -> {
            if (!quantity.isFlat()) {
                net.add(new BrokerPosition(new InstrumentId(instrument), quantity));
            }
        });
        return net;
    }

    /// Of the account's last fill in the instrument.
    Optional<PaperPosition> lastTraded(InstrumentId instrument) {
        return positions.values().stream()
                .filter(position -> position.instrument().equals(instrument))
                .max(Comparator.comparing(PaperPosition::lastFillAt));
    }

    PaperAccount asAccount(PaperAccount before, Instant at) {
        return new PaperAccount(
                before.id(),
                before.generation(),
                cash,
                List.copyOf(positions.values()),
                throughFill,
                at);
    }
}
