package com.mathematricks.model.signal;

import com.mathematricks.model.money.NetQuantity;
import org.jspecify.annotations.Nullable;

/// The sender's own position after its order, and before it where it says so.
public record StatedPosition(NetQuantity target, @Nullable NetQuantity previous) {}
