/// Brings each open signal to the engine, in order, until there is an outcome.
@NullMarked
package com.mathematricks.collector.relay;

import org.jspecify.annotations.NullMarked;
