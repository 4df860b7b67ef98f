/// Stories for tests: signals and broker reports go through the core in memory, with a clock that
/// is moved by hand.
@NullMarked
package com.mathematricks.engine.scenario;

import org.jspecify.annotations.NullMarked;
