package com.mathematricks.dashboard.whatif;

import com.mathematricks.model.whatif.Answer;
import com.mathematricks.model.whatif.KeptDecision;
import java.time.Instant;

/// A decision that would have been another one.
///
/// @param was in a word
/// @param code of what decided then
/// @param wouldBe in a word
/// @param tone good, warn or bad
/// @param by the code of the check that would decide; empty: none
/// @param words with the compared numbers
public record Difference(
        String key,
        String signalId,
        String strategy,
        Instant at,
        String was,
        String code,
        String wouldBe,
        String tone,
        String by,
        String words) {

    static Difference of(KeptDecision decision, Answer.Denied answer) {
        return of(decision, "denied", "bad", answer.code(), answer.words());
    }

    static Difference of(KeptDecision decision, Answer.Reduced answer) {
        return of(decision, "reduced to " + answer.to(), "warn", answer.code(), answer.words());
    }

    static Difference allowed(KeptDecision decision) {
        return of(decision, "allowed in full", "good", "", "every check that was made would pass");
    }

    private static Difference of(
            KeptDecision decision, String wouldBe, String tone, String by, String words) {
        String was =
                switch (decision.outcome()) {
                    case "APPROVED" ->
                            decision.isDeniedAtOpen() ? "denied at the open" : "approved";
                    case "PARTLY" -> decision.wasReduced() ? "reduced" : "partly denied";
                    default -> "denied";
                };
        return new Difference(
                decision.key(),
                decision.signalId(),
                decision.strategy(),
                decision.at(),
                was,
                decision.code(),
                wouldBe,
                tone,
                by,
                words);
    }
}
