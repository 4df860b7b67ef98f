/// The engine's append-only truth and what can be rebuilt from it.
@NullMarked
package com.mathematricks.engine.journal;

import org.jspecify.annotations.NullMarked;
