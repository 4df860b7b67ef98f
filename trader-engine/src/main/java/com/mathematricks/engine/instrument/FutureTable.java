package com.mathematricks.engine.instrument;

import com.mathematricks.engine.instrument.Resolution.Found;
import com.mathematricks.engine.instrument.Resolution.Unknown;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.instrument.InstrumentType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The roots of futures, and which month a sender means.
final class FutureTable {

    private final Map<String, FutureRoot> roots;
    private final Set<String> exchanges;

    private FutureTable(Map<String, FutureRoot> roots, Set<String> exchanges) {
        this.roots = Map.copyOf(roots);
        this.exchanges = Set.copyOf(exchanges);
    }

    static FutureTable of(Collection<FutureRoot> roots, List<DerivationRule> rules) {
        var byRoot = new HashMap<String, FutureRoot>();
        var exchanges = new HashSet<String>();
        roots.forEach(root -> {
            byRoot.put(root.root(), root);
            exchanges.add(root.exchange());
        });
        rules.stream()
                .filter(rule -> rule.type() == InstrumentType.FUTURE)
                .forEach(rule -> exchanges.addAll(rule.exchanges()));
        return new FutureTable(byRoot, exchanges);
    }

    Set<String> exchanges() {
        return exchanges;
    }

    /// Empty where the name is not a future's.
    Optional<Resolution> resolve(
            SenderName name,
            @Nullable LocalDate stated,
            LocalDate today,
            Predicate<InstrumentId> held) {
        boolean said =
                name.type() == InstrumentType.FUTURE
                        || (name.exchange() != null && exchanges.contains(name.exchange()));
        boolean possible = name.admits(InstrumentType.FUTURE) && (said || name.exchange() == null);
        if (!possible) {
            return Optional.empty();
        }
        FutureRoot bare = roots.get(name.symbol());
        if (said && bare != null) {
            return Optional.of(
                    stated == null
                            ? continuous(name, bare, today, held)
                            : expiring(name, bare, stated));
        }
        Optional<FutureCode> code = FutureCode.parse(name.symbol(), today);
        FutureRoot root = code.map(FutureCode::root).map(roots::get).orElse(null);
        if (code.isPresent() && root != null) {
            return Optional.of(month(name, root, code.get(), today, held));
        }
        boolean meant = said && !name.symbol().contains(".");
        return meant || code.filter(one -> one.month() == null).isPresent()
                ? Optional.of(unknownRoot(name))
                : Optional.empty();
    }

    private static Resolution month(
            SenderName name,
            FutureRoot root,
            FutureCode code,
            LocalDate today,
            Predicate<InstrumentId> held) {
        YearMonth month = code.month();
        if (month == null) {
            return code.place() == 1
                    ? continuous(name, root, today, held)
                    : new Unknown(
                            "%s: of the continuous contracts only the front month %s1! is accepted, or a month such as %s."
                                    .formatted(name, root.root(), root.frontMonth(today).id()));
        }
        return root.hasMonth(month)
                ? new Found(root.contract(month), List.of())
                : new Unknown(
                        "%s: %s has no such month; its months are %s."
                                .formatted(
                                        name,
                                        root.root(),
                                        String.join(" ", root.months().split(""))));
    }

    private static Resolution continuous(
            SenderName name, FutureRoot root, LocalDate today, Predicate<InstrumentId> held) {
        List<Instrument> heldMonths = root.held(today, held);
        if (heldMonths.isEmpty()) {
            Instrument front = root.frontMonth(today);
            return new Found(
                    front, List.of("%s is the front month of %s.".formatted(front.id(), name)));
        }
        Instrument chosen = heldMonths.getFirst();
        return new Found(
                chosen,
                List.of(
                        heldMonths.size() == 1
                                ? "%s is the month of %s that is held.".formatted(chosen.id(), name)
                                : "%s is the first of the %d months of %s that are held."
                                        .formatted(chosen.id(), heldMonths.size(), name)));
    }

    private static Resolution expiring(SenderName name, FutureRoot root, LocalDate stated) {
        return root.expiring(stated)
                .<Resolution>map(contract -> new Found(contract, List.of()))
                .orElseGet(() ->
                        new Unknown(
                                "%s: no month of it expires about %s; its months are %s."
                                        .formatted(
                                                name,
                                                stated,
                                                String.join(" ", root.months().split("")))));
    }

    private Resolution unknownRoot(SenderName name) {
        return new Unknown(
                "%s: the multiplier of this future is not known and is never guessed; accepted roots are %s, or a row of your own in the instruments file."
                        .formatted(
                                name,
                                String.join(", ", roots.keySet().stream().sorted().toList())));
    }
}
