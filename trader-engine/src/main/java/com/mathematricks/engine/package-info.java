/// Turns signals into risk-checked orders. `TradingEngine` reads top to bottom as the path of a
/// signal.
@NullMarked
package com.mathematricks.engine;

import org.jspecify.annotations.NullMarked;
