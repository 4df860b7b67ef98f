package com.mathematricks.dashboard.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Stored words as a reader likes them: `PARTIALLY_FILLED` is `Partially filled`.
public final class Words {

    private Words() {}

    public static String of(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return "";
        }
        String lower = word.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
