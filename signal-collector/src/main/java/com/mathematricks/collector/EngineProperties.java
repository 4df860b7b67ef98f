package com.mathematricks.collector;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `trader.engine`: where the engine is.
///
/// @param timeout how long it may take to decide about a signal before it is asked again
@ConfigurationProperties("trader.engine")
record EngineProperties(
        @DefaultValue("http://localhost:8503") URI url, @DefaultValue("10s") Duration timeout) {}
