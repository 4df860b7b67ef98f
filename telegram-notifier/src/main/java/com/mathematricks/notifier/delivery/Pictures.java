package com.mathematricks.notifier.delivery;

import org.jspecify.annotations.Nullable;

/// Draws the pictures that go with messages.
public interface Pictures {

    /// A PNG of the equity curve up to a day; null where there is nothing to draw.
    byte @Nullable [] upTo(String date);
}
