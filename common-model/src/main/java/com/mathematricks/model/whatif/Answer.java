package com.mathematricks.model.whatif;

import com.mathematricks.model.money.Quantity;

/// What other limits would have made of one decision.
public sealed interface Answer {

    record Same() implements Answer {}

    /// What was opened would not have been.
    ///
    /// @param code of the first check that would have failed
    /// @param words with the compared numbers
    record Denied(String code, String words) implements Answer {}

    /// What was denied or reduced would have been opened in full.
    record Allowed() implements Answer {}

    /// Less, or more, than was decided would have been opened.
    ///
    /// @param to rounded down to the lot; counted from amounts that are kept in whole cents
    /// @param code of the limit that it would have been cut to
    record Reduced(Quantity to, String code, String words) implements Answer {}

    /// The kept numbers do not say.
    ///
    /// @param code of the check
    record Untold(String code, String why) implements Answer {}
}
