package com.mathematricks.engine.command;

import com.mathematricks.engine.account.AccountBalance;
import com.mathematricks.engine.account.Conversion;
import com.mathematricks.engine.book.Book;
import com.mathematricks.engine.control.ScopeState;
import com.mathematricks.engine.control.TradingState;
import com.mathematricks.engine.decision.Situation;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.journal.Change;
import com.mathematricks.engine.position.AppliedFill;
import com.mathematricks.engine.position.Position;
import com.mathematricks.engine.position.PositionArithmetic;
import com.mathematricks.engine.position.PositionKey;
import com.mathematricks.model.control.ControlCommand;
import com.mathematricks.model.control.ControlStatus;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.money.Money;
import com.mathematricks.model.money.NetQuantity;
import com.mathematricks.model.money.Price;
import com.mathematricks.model.order.Side;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.StrategyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Takes the broker's side where its positions differ from ours: the missing quantity is booked to
/// the strategy `unassigned` at the last known price, without a fee, so that no money is won or
/// lost by it.
final class Accepting {

    static final StrategyName UNASSIGNED = new StrategyName("unassigned");

    private final ControlCommand command;
    private final Situation situation;
    private final Book book;
    private final AccountId account;
    private AccountBalance balance;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> booked = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Accepting(ControlCommand command, Situation situation, AccountBalance balance) {
        this.command = command;
        this.situation = situation;
        this.book = situation.book();
        this.account = balance.id();
        this.balance = balance;
    }

    static Effect of(ControlCommand command, BrokerSide broker, Reach reach) {
        Optional<AccountBalance> balance =
                reach.scope().account().flatMap(reach.situation().book()::balance);
        if (balance.isEmpty()) {
            return Effect.refused(
                    "scope '%s' names no open account; accepted: account NAME"
                            .formatted(command.scope()));
        }
        return switch (broker) {
            case BrokerSide.Unseen(String why) ->
                    Effect.refused(
                            "What the broker of %s holds is not known: %s"
                                    .formatted(command.scope(), why));
            case BrokerSide.Seen(List<Difference> differences) ->
                    new Accepting(command, reach.situation(), balance.get())
                            .accept(
                                    differences.stream()
                                            .filter(difference ->
                                                    command.instrument() == null
                                                            || difference
                                                                    .instrument()
                                                                    .equals(command.instrument()))
                                            .toList(),
                                    reach);
        };
    }

    private Effect accept(List<Difference> differences, Reach reach) {
        Optional<ScopeState> restored = reach.state().filter(ScopeState::needsAcceptance);
        if (differences.isEmpty() && (restored.isEmpty() || command.instrument() != null)) {
            return Effect.nothing(
                    "Nothing to accept: %s of %s is the same at the broker"
                            .formatted(
                                    command.instrument() == null
                                            ? "every position"
                                            : command.instrument(),
                                    command.scope()));
        }
        differences.forEach(this::book);
        if (booked.isEmpty() && !differences.isEmpty()) {
            return new Effect(ControlStatus.REFUSED, Words.sentence(problems), List.of(), changes);
        }
        String text = "Every position of %s is the same at the broker".formatted(command.scope());
        if (!booked.isEmpty()) {
            text = "The broker's side is taken: " + String.join("; ", booked);
            changes.add(new Change.BalancePut(balance));
            changes.add(
                    new Change.Noted(
                            "POSITION_ADJUSTED",
                            "%s, %s".formatted(text, Words.asked(command)),
                            UNASSIGNED,
                            account));
        }
        // One instrument of a restored account is not the account.
        boolean accepted =
                restored.isPresent() && command.instrument() == null && problems.isEmpty();
        if (accepted) {
            text = text + "; " + command.scope() + " is accepted";
        }
        Optional<ScopeState> after = accepted ? restored.map(this::accepted) : reach.state();
        if (accepted) {
            after.ifPresent(state -> changes.add(new Change.StatePut(state)));
        }
        List<String> next =
                after
                        .filter(state -> state.state() != TradingState.ACTIVE)
                        .map(state ->
                                "resume %s to trade on: it is %s"
                                        .formatted(command.scope(), Words.of(state)))
                        .stream()
                        .toList();
        return Effect.done(text, next, changes).but(problems);
    }

    private ScopeState accepted(ScopeState restored) {
        return restored.accepted(
                "restored from the backup of %s and accepted, %s"
                        .formatted(
                                Words.time(Objects.requireNonNull(restored.restoredFrom())),
                                Words.asked(command)));
    }

    private void book(Difference difference) {
        InstrumentId id = difference.instrument();
        PositionKey key = new PositionKey(account, UNASSIGNED, id);
        Optional<Instrument> instrument =
                book.instrument(id).or(() -> situation.instruments().find(id));
        Optional<Price> price = price(id);
        Optional<Conversion> conversion =
                instrument.flatMap(
                        known -> price.flatMap(at -> Conversion.of(known, at, balance.currency())));
        if (!ours(id).equals(difference.ours())) {
            problems.add("%s changed meanwhile, ask again".formatted(id));
        } else if (instrument.isEmpty()) {
            problems.add("%s is in no table of instruments".formatted(id));
        } else if (price.isEmpty()) {
            problems.add("no price of %s is known".formatted(id));
        } else if (conversion.isEmpty()) {
            problems.add("no rate is known to value %s in %s".formatted(id, balance.currency()));
        } else {
            book(difference, key, instrument.get(), price.get(), conversion.get());
        }
    }

    private void book(
            Difference difference,
            PositionKey key,
            Instrument instrument,
            Price price,
            Conversion conversion) {
        NetQuantity missing = difference.theirs().minus(difference.ours());
        Side side = missing.isLong() ? Side.BUY : Side.SELL;
        Money nothing = Money.zero(balance.currency());
        Position before =
                Position.orFlat(
                        book.position(key),
                        key,
                        instrument.multiplier(),
                        Conversion.bookedIn(instrument.currency(), balance.currency()),
                        balance.currency(),
                        situation.now());
        AppliedFill applied =
                PositionArithmetic.apply(
                        before,
                        side,
                        missing.size(),
                        price,
                        nothing,
                        null,
                        null,
                        conversion::convert,
                        situation.now());
        Money realized = conversion.convert(applied.realized());
        Money paid =
                instrument.type().movesNotional()
                        ? conversion.convert(applied.paid())
                        : realized.negated();
        balance = balance.filled(paid, realized, nothing);
        if (!book.instrument(instrument.id()).equals(Optional.of(instrument))) {
            changes.add(new Change.InstrumentUsed(instrument));
        }
        changes.add(new Change.PositionPut(applied.position()));
        booked.add(
                "%s, so %s %s is booked to %s at %s"
                        .formatted(
                                difference,
                                missing.isLong() ? "+" + missing : missing,
                                difference.instrument(),
                                UNASSIGNED,
                                price));
    }

    private Optional<Price> price(InstrumentId id) {
        return situation
                .prices()
                .mark(id, UNASSIGNED)
                .or(() ->
                        book.positions().stream()
                                .filter(position -> position.key().account().equals(account))
                                .filter(position -> position.key().instrument().equals(id))
                                .map(Position::averagePrice)
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    private NetQuantity ours(InstrumentId id) {
        return book.positions().stream()
                .filter(position -> position.key().account().equals(account))
                .filter(position -> position.key().instrument().equals(id))
                .map(Position::quantity)
                .reduce(NetQuantity.FLAT, NetQuantity::plus);
    }
}
