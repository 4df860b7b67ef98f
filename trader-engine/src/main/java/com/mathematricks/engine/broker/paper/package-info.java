/// The broker that comes with us: it fills against known prices and keeps a durable book of its
/// own, which knows nothing of the engine's.
@NullMarked
package com.mathematricks.engine.broker.paper;

import org.jspecify.annotations.NullMarked;
