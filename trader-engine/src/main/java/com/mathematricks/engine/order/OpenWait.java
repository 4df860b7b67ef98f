package com.mathematricks.engine.order;

import java.time.Instant;

/// An order's wait for its market to open.
///
/// @param until the open; from it on the order's age is counted
/// @param over true: the market is open, and the order was checked again
public record OpenWait(Instant until, boolean over) {}
