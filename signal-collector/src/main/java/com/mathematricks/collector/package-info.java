/// Webhook in, change stream out, REST to the engine: takes in what senders wish and brings it to
/// the engine, one at a time per strategy.
@NullMarked
package com.mathematricks.collector;

import org.jspecify.annotations.NullMarked;
