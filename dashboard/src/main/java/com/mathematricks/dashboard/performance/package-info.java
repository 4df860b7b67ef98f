/// How strategies and all of them together did: the days that the engine closed, the metrics of
/// their returns, and a strategy's backtest beside them. Statistics are doubles; money stays exact.
@NullMarked
package com.mathematricks.dashboard.performance;

import org.jspecify.annotations.NullMarked;
