package com.mathematricks.collector.relay;

import com.mathematricks.model.signal.Notice;
import com.mathematricks.model.signal.PriceReport;
import com.mathematricks.model.signal.Signal;

/// The trader engine, seen from here.
public interface Engine {

    EngineAnswer post(Signal signal);

    EngineAnswer post(Notice notice);

    /// Within the time that a webhook's sender waits.
    EngineAnswer post(PriceReport price);

    /// True where it says of itself that it takes signals.
    boolean isReady();
}
