package com.mathematricks.engine.instrument;

import com.mathematricks.engine.instrument.Resolution.Found;
import com.mathematricks.engine.instrument.Resolution.Unknown;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentReference;
import com.mathematricks.model.instrument.InstrumentType;
import com.mathematricks.model.instrument.OptionContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The instruments we know, and what a sender's words mean by them. `instruments.yml` says in words
/// what the code here does.
public final class InstrumentTable {

    /// For reading our own ids, in which every year is written out.
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Map<InstrumentId, Instrument> instruments;
    private final FutureTable futures;
    private final List<DerivationRule> rules;
    private final Set<String> exchanges = new HashSet<>();

    private InstrumentTable(
            Map<InstrumentId, Instrument> instruments,
            FutureTable futures,
            List<DerivationRule> rules) {
        this.instruments = Map.copyOf(instruments);
        this.futures = futures;
        this.rules = List.copyOf(rules);
        exchanges.addAll(futures.exchanges());
        rules.forEach(rule -> exchanges.addAll(rule.exchanges()));
        instruments.values().stream()
                .map(Instrument::exchange)
                .filter(exchange -> exchange != null)
                .forEach(exchanges::add);
    }

    /// Of several instruments with one id, and several futures with one root, the last counts; of
    /// several rules that fit, the first.
    static InstrumentTable of(
            Collection<Instrument> instruments,
            Collection<FutureRoot> roots,
            List<DerivationRule> rules) {
        var byId = new LinkedHashMap<InstrumentId, Instrument>();
        instruments.forEach(instrument -> byId.put(instrument.id(), instrument));
        return new InstrumentTable(byId, FutureTable.of(roots, rules), rules);
    }

    /// What the sender means.
    ///
    /// @param held which instruments the strategy holds: `ES1!` in an exit is the month held
    /// @param exit true for what only closes: it may name a contract that has expired, if held
    public Resolution resolve(
            InstrumentReference reference,
            LocalDate today,
            Predicate<InstrumentId> held,
            boolean exit) {
        Resolution resolution =
                resolve(SenderName.of(reference), reference, today, exit ? held : _ -> false);
        return switch (resolution) {
            case Unknown unknown -> unknown;
            case Found(Instrument found, var notices) when found.isExpired(today) ->
                    exit && held.test(found.id())
                            ? found(
                                    found,
                                    notices,
                                    "%s expired on %s".formatted(found.id(), found.expiry()))
                            : new Unknown(
                                    "%s expired on %s; a contract that is still traded is accepted."
                                            .formatted(found.id(), found.expiry()));
            case Found known -> known;
        };
    }

    /// The instrument of an id of ours, also where a rule once derived it.
    public Optional<Instrument> find(InstrumentId id) {
        Instrument listed = instruments.get(id);
        if (listed != null) {
            return Optional.of(listed);
        }
        SenderName name = SenderName.of(id);
        return OptionName.parse(name.symbol())
                .map(contract -> option(name, contract))
                .or(() ->
                        futures.resolve(name, null, ANY_DAY, _ -> false)
                                .or(() -> Optional.of(listedOrDerived(name))))
                .flatMap(InstrumentTable::instrument)
                .filter(instrument -> instrument.id().equals(id));
    }

    private Resolution resolve(
            SenderName name,
            InstrumentReference reference,
            LocalDate today,
            Predicate<InstrumentId> held) {
        if (name.exchange() != null && !exchanges.contains(name.exchange())) {
            return new Unknown(
                    "%s: exchange %s is not known; a known one, none, or a row of your own in the instruments file is accepted."
                            .formatted(name, name.exchange()));
        }
        Optional<OptionContract> contract =
                Optional.ofNullable(reference.option()).or(() -> OptionName.parse(name.symbol()));
        if (contract.isPresent()) {
            return option(name, contract.get());
        }
        if (name.type() == InstrumentType.OPTION) {
            return new Unknown(
                    "%s: an option needs underlying, expiry, strike and right, or a contract such as %s."
                            .formatted(name, OptionName.ACCEPTED));
        }
        return futures.resolve(name, reference.expiry(), today, held)
                .orElseGet(() -> listedOrDerived(name));
    }

    private Resolution listedOrDerived(SenderName name) {
        Optional<Instrument> listed = listed(name);
        if (listed.isPresent()) {
            Instrument instrument = listed.get();
            return name.admits(instrument.type())
                    ? new Found(instrument, List.of())
                    : contradiction(name, instrument);
        }
        List<DerivationRule> serving =
                rules.stream().filter(rule -> rule.serves(name.exchange())).toList();
        for (DerivationRule rule : serving) {
            Optional<Instrument> derived = rule.derive(name.exchange(), name.symbol());
            if (derived.isPresent() && name.admits(rule.type())) {
                return unambiguous(name, rule, derived.get());
            }
        }
        return new Unknown(unknown(name));
    }

    /// Under its exchange, or without one where the exchange is not part of the id. Only a pair may
    /// be written with a separator: `BRK.B` is not `BRKB`.
    private Optional<Instrument> listed(SenderName name) {
        return listed(name.exchange(), name.symbol())
                .or(() ->
                        listed(name.exchange(), name.withoutSeparator())
                                .filter(InstrumentTable::isPair));
    }

    private Optional<Instrument> listed(@Nullable String exchange, String symbol) {
        if (symbol.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instrument> plain = Optional.ofNullable(instruments.get(new InstrumentId(symbol)));
        return exchange == null
                ? plain
                : Optional.ofNullable(instruments.get(new InstrumentId(exchange + ":" + symbol)))
                        .or(() -> plain.filter(known -> trades(exchange, known.type())));
    }

    private static boolean isPair(Instrument instrument) {
        return instrument.type() == InstrumentType.FOREX
                || instrument.type() == InstrumentType.CRYPTO;
    }

    private boolean trades(String exchange, InstrumentType type) {
        return rules.stream()
                .anyMatch(
                        rule -> rule.type() == type && !rule.qualified() && rule.serves(exchange));
    }

    /// An id must say by itself what it is: the same name by another rule would be another
    /// instrument.
    private Resolution unambiguous(SenderName name, DerivationRule rule, Instrument derived) {
        Optional<Instrument> listed = Optional.ofNullable(instruments.get(derived.id()));
        Optional<Instrument> other =
                listed.or(() ->
                        rules.stream()
                                .filter(any -> any.serves(derived.exchange()))
                                .map(any -> any.derive(derived.exchange(), derived.symbol()))
                                .flatMap(Optional::stream)
                                .findFirst());
        if (other.isPresent() && other.get().type() == derived.type()) {
            boolean known = listed.isPresent();
            return new Found(
                    other.get(),
                    known ? List.of() : List.of(rule.notice(name.toString(), derived)));
        }
        return new Unknown(
                "%s: as a %s it would be called %s, which is something else; add a row to the instruments file."
                        .formatted(name, rule.name(), derived.id()));
    }

    private Resolution option(SenderName name, OptionContract contract) {
        Optional<DerivationRule> rule =
                rules.stream().filter(any -> any.type() == InstrumentType.OPTION).findFirst();
        Resolution underlying =
                listedOrDerived(name.forUnderlying(SenderName.cleaned(contract.underlying())));
        return switch (underlying) {
            case Unknown(String reason) ->
                    new Unknown("The option's underlying is not known. " + reason);
            case Found(Instrument stock, var notices) -> {
                if (rule.isEmpty() || !stock.currency().equals(rule.get().currency())) {
                    yield new Unknown(
                            "%s: options are known on US stocks only, not on %s."
                                    .formatted(name, stock.id()));
                }
                var terms =
                        new OptionContract(
                                stock.symbol(),
                                contract.expiry(),
                                contract.strike(),
                                contract.right());
                yield new Found(rule.get().option(OptionName.id(terms), terms), notices);
            }
        };
    }

    private static Unknown contradiction(SenderName name, Instrument instrument) {
        return new Unknown(
                "%s is a %s, but the signal calls it a %s."
                        .formatted(name, instrument.type(), name.type()));
    }

    private String unknown(SenderName name) {
        return "%s is in no row of the instrument table and fits no rule%s; accepted are for example AAPL, NSE:RELIANCE, BTCUSDT, BTCUSDT.P, EURUSD, ES1!, ESZ2026, or a row of your own in the instruments file."
                .formatted(name, name.type() == null ? "" : " for type " + name.type());
    }

    private static Found found(Instrument instrument, List<String> notices, String more) {
        var all = new ArrayList<>(notices);
        all.add(more + ".");
        return new Found(instrument, all);
    }

    private static Optional<Instrument> instrument(Resolution resolution) {
        return switch (resolution) {
            case Found(Instrument instrument, var _) -> Optional.of(instrument);
            case Unknown _ -> Optional.empty();
        };
    }

    /// All that the table lists, futures and derived ones aside.
    public Collection<Instrument> listed() {
        return instruments.values();
    }
}
