package com.mathematricks.engine.decision;

import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.instrument.Resolution;
import com.mathematricks.engine.order.Bracket;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.engine.risk.CheckResult;
import com.mathematricks.engine.sizing.Size;
import com.mathematricks.engine.sizing.Sizer;
import com.mathematricks.engine.sizing.SizingRequest;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.StrategySettings;
import com.mathematricks.model.settings.TradingMode;
import com.mathematricks.model.settings.WireFormat;
import com.mathematricks.model.signal.Action;
import com.mathematricks.model.signal.QuantityUnit;
import com.mathematricks.model.signal.Sentiment;
import com.mathematricks.model.signal.Signal;
import com.mathematricks.model.signal.SignalLeg;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds each leg's instrument and makes its plan.
final class SignalPlanner {

    sealed interface Outcome {}

    record Planned(List<PlannedLeg> legs) implements Outcome {}

    /// One leg that cannot be understood denies the whole signal.
    record Refused(CheckResult refusal) implements Outcome {}

    private final Signal signal;
    private final Situation situation;
    private final StrategySettings strategy;
    private final AccountSettings account;
    private final AccountView view;
    private final List<String> notes;

    /// @param notes filled with what was noticed on the way
    SignalPlanner(
            Signal signal,
            Situation situation,
            StrategySettings strategy,
            AccountSettings account,
            AccountView view,
            List<String> notes) {
        this.signal = signal;
        this.situation = situation;
        this.strategy = strategy;
        this.account = account;
        this.view = view;
        this.notes = notes;
    }

    Outcome plan() {
        var legs = new ArrayList<PlannedLeg>();
        var sizes = new CombinationSizing(strategy, strategyEquity(), signal.accountEquity());
        for (int index = 0; index < signal.legs().size(); index++) {
            SignalLeg leg = signal.legs().get(index);
            switch (resolve(leg)) {
                case Resolution.Unknown(String reason) -> {
                    return new Refused(CheckResult.failed("INSTRUMENT_UNKNOWN", reason));
                }
                case Resolution.Found(Instrument found, List<String> notices) -> {
                    notes.addAll(notices);
                    Optional<CheckResult> refusal =
                            LegRefusal.of(leg, found, strategy.mode() == TradingMode.LIVE);
                    if (refusal.isPresent()) {
                        return new Refused(refusal.get());
                    }
                    sizes.add(leg, terms(found), price(leg, found), conversion(leg, found));
                }
            }
        }
        for (int index = 0; index < signal.legs().size(); index++) {
            legs.add(plan(index, sizes));
        }
        return new Planned(legs);
    }

    private PlannedLeg plan(int index, CombinationSizing sizes) {
        SignalLeg leg = signal.legs().get(index);
        Instrument instrument = sizes.instrument(index);
        Position position = position(instrument);
        var context =
                new LegContext(
                        leg,
                        signal.format() == WireFormat.BRIDGE,
                        strategy,
                        instrument,
                        position,
                        situation.book().working(position.key()),
                        price(leg, instrument),
                        sizes(sizes, index, position));
        LegPlan plan = LegPlanner.plan(context);
        LegBracket bracket = LegBracket.of(leg, signal, strategy);
        if (plan.opening().isPresent()) {
            notes.addAll(bracket.notes());
        }
        return new PlannedLeg(
                index,
                leg,
                instrument,
                position,
                price(leg, instrument),
                conversion(leg, instrument),
                plan,
                bracket);
    }

    private LegSizes sizes(CombinationSizing combination, int index, Position position) {
        SignalLeg leg = signal.legs().get(index);
        Instrument instrument = combination.instrument(index);
        return new LegSizes() {
            @Override
            public Size opening(@Nullable BigDecimal stated, QuantityUnit unit) {
                return combination.applies()
                        ? combination.size(index)
                        : Sizer.size(request(leg, instrument, position, stated, unit));
            }

            @Override
            public Size stated() {
                return Sizer.asSignalled(
                        request(leg, instrument, position, leg.quantity(), leg.quantityUnit()));
            }
        };
    }

    private SizingRequest request(
            SignalLeg leg,
            Instrument instrument,
            Position position,
            @Nullable BigDecimal stated,
            QuantityUnit unit) {
        return new SizingRequest(
                strategy,
                stated,
                unit,
                instrument,
                price(leg, instrument),
                conversion(leg, instrument),
                strategyEquity(),
                position.quantity().size(),
                leg.side(),
                LegBracket.of(leg, signal, strategy).bracket().map(Bracket::stopLoss).orElse(null),
                signal.accountEquity());
    }

    private Money strategyEquity() {
        return new Money(strategy.capital(), account.currency()).plus(view.strategyNetPnl());
    }

    /// `ES1!` is the front month for what opens, the month held for what closes.
    private Resolution resolve(SignalLeg leg) {
        if (closesOnly(leg)) {
            return resolve(leg, this::isHeld, true);
        }
        Resolution held = resolve(leg, id -> isOppositeHeld(id, leg), true);
        return held instanceof Resolution.Found(Instrument found, var _)
                        && isOppositeHeld(found.id(), leg)
                ? held
                : resolve(leg, _ -> false, false);
    }

    private Resolution resolve(SignalLeg leg, Predicate<InstrumentId> held, boolean exit) {
        return situation
                .instruments()
                .resolve(
                        leg.instrument(),
                        situation.now().atZone(ZoneOffset.UTC).toLocalDate(),
                        held,
                        exit);
    }

    private boolean isOppositeHeld(InstrumentId id, SignalLeg leg) {
        NetQuantity held = held(id);
        return leg.action() == Action.REVERSE
                ? !held.isFlat()
                : leg.side() != null && Sides.isHeld(leg.side().opposite(), held);
    }

    private NetQuantity held(InstrumentId id) {
        return situation
                .book()
                .position(new PositionKey(account.id(), strategy.name(), id))
                .map(Position::quantity)
                .orElse(NetQuantity.FLAT);
    }

    private static boolean closesOnly(SignalLeg leg) {
        boolean statesFlat = leg.position() != null && leg.position().target().isFlat();
        return leg.action() == Action.EXIT
                || leg.action() == Action.CANCEL
                || leg.action() == Action.BREAKEVEN
                || leg.sentiment() == Sentiment.FLAT
                || leg.trigger() != null
                || statesFlat;
    }

    private boolean isHeld(InstrumentId id) {
        PositionKey key = new PositionKey(account.id(), strategy.name(), id);
        return !situation.book().working(key).isEmpty() || !held(id).isFlat();
    }

    /// The terms that orders and positions already use, as long as anything depends on them.
    private Instrument terms(Instrument found) {
        return situation
                .book()
                .instrument(found.id())
                .filter(_ -> isInUse(found.id()))
                .orElse(found);
    }

    private boolean isInUse(InstrumentId id) {
        boolean held =
                situation.book().positions().stream()
                        .anyMatch(position ->
                                position.key().instrument().equals(id)
                                        && !position.quantity().isFlat());
        return held
                || situation
                        .book()
                        .working()
                        .anyMatch(order -> order.terms().instrument().equals(id));
    }

    private Position position(Instrument instrument) {
        PositionKey key = new PositionKey(account.id(), strategy.name(), instrument.id());
        return Position.orFlat(
                situation.book().position(key),
                key,
                instrument.multiplier(),
                Conversion.bookedIn(instrument.currency(), account.currency()),
                account.currency(),
                situation.now());
    }

    private Optional<Price> price(SignalLeg leg, Instrument instrument) {
        return Optional.ofNullable(leg.limitPrice())
                .or(() -> Optional.ofNullable(leg.stopPrice()))
                .or(() -> Optional.ofNullable(leg.price()))
                .or(() -> situation.prices().mark(instrument.id(), strategy.name()))
                .filter(price -> price.value().compareTo(LegRefusal.MOST) <= 0);
    }

    private Optional<Conversion> conversion(SignalLeg leg, Instrument instrument) {
        return price(leg, instrument)
                .flatMap(price -> Conversion.of(instrument, price, account.currency()));
    }
}
