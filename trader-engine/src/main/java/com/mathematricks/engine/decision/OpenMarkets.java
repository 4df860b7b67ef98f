package com.mathematricks.engine.decision;

import com.mathematricks.engine.calendar.MarketStatus;
import com.mathematricks.engine.instrument.Instrument;
import com.mathematricks.engine.order.OpenWait;
import com.mathematricks.model.instrument.InstrumentId;
import com.mathematricks.model.settings.AccountId;
import com.mathematricks.model.settings.AccountSettings;
import com.mathematricks.model.settings.MarketHours;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the markets of instruments are open at the moment of a situation.
public record OpenMarkets(Situation situation) {

    public MarketStatus of(Instrument instrument, AccountId account) {
        boolean ignored =
                situation
                        .settings()
                        .account(account)
                        .map(AccountSettings::marketHours)
                        .filter(hours -> hours == MarketHours.IGNORE)
                        .isPresent();
        return ignored
                ? new MarketStatus.Open("Account %s trades at any hour".formatted(account), null)
                : situation
                        .calendars()
                        .at(instrument.type(), instrument.exchange(), false, situation.now());
    }

    /// Of an instrument that orders or positions use; null: it is open.
    public @Nullable OpenWait waitFor(InstrumentId instrument, AccountId account) {
        return situation
                .book()
                .instrument(instrument)
                .map(terms -> of(terms, account))
                .flatMap(MarketStatus::opensAt)
                .map(opens -> new OpenWait(opens, false))
                .orElse(null);
    }

    /// The latest of the opens that legs which are decided together wait for.
    Optional<MarketStatus.Closed> latest(List<PlannedLeg> legs, AccountId account) {
        return legs.stream()
                .filter(leg -> leg.plan().closing().isPresent() || leg.plan().opening().isPresent())
                .map(leg -> of(leg.instrument(), account))
                .filter(MarketStatus.Closed.class::isInstance)
                .map(MarketStatus.Closed.class::cast)
                .max(Comparator.comparing(MarketStatus.Closed::opens));
    }
}
