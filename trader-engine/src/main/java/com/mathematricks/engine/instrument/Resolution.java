package com.mathematricks.engine.instrument;

import java.util.List;

/// What the table made of a sender's words.
public sealed interface Resolution {

    /// @param notices what a person should know of how it was found: derived by a rule, the month
    ///   that was chosen
    record Found(Instrument instrument, List<String> notices) implements Resolution {
        public Found {
            notices = List.copyOf(notices);
        }
    }

    /// @param reason a sentence: what was given and what is accepted
    record Unknown(String reason) implements Resolution {}
}
